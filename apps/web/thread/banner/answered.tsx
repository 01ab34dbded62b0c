import { useState } from 'react';
import { useQuery } from 'urql';
import { Avatar, Icon, Sheet, Skeleton } from '../../design';
import { useLingui, useTimes } from '../../language';
import { whyWords } from '../../why';
import type { Answer, PostNow } from '../fragments';
import { ResponseHistory } from '../queries';
import { answeredWords, eventWords, firstName } from '../words';

/** Who has answered, and when the others are there again. A press tells what happened so far. */
export function Answered({
  post,
  viewerId,
  asShown,
}: {
  post: PostNow;
  viewerId: string;
  asShown: (answer: Answer) => Answer;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const [open, setOpen] = useState<Answer>();
  const answers = post.expectation.responses.map(asShown);
  if (answers.length === 0) return null;
  return (
    <>
      <ul className="state" aria-label={i18n._('Who has answered')}>
        {answers.map((answer) => (
          <li key={answer.id}>
            <button type="button" onClick={() => setOpen(answer)}>
              <Avatar member={answer.recipient} size="xs" />
              {answeredWords(i18n, times, answer, answer.recipient.id === viewerId, post.expectation.kind)}
              {answer.status === 'FULFILLED' && <Icon name="check" small />}
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <HistorySheet answer={open} isUrgent={post.expectation.timing === 'NOW'} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}

function HistorySheet({ answer, isUrgent, onClose }: { answer: Answer; isUrgent: boolean; onClose: () => void }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const [{ data, fetching }] = useQuery({ query: ResponseHistory, variables: { id: answer.id } });
  const told = data?.node?.__typename === 'ExpectedResponse' ? data.node : undefined;
  const events = told?.history ?? [];
  const reason = told?.deliveryReason;
  return (
    <Sheet title={i18n._('What was asked of {name}', { name: answer.recipient.name })} onClose={onClose}>
      {answer.dueAt && (
        <p>
          {i18n._('Due {time}', { time: times.full(answer.dueAt) })}
          {answer.promisedAt ? ` · ${i18n._('promised for {time}', { time: times.full(answer.promisedAt) })}` : ''}
        </p>
      )}
      {reason && (
        <p className="hint-line">
          <b>{i18n._('Why now?')}</b> {whyWords(i18n, times, isUrgent ? 'URGENT' : 'ASKED', reason)}
        </p>
      )}
      {fetching && events.length === 0 && <Skeleton lines={3} />}
      <ol className="history">
        {events.map((event) => (
          <li key={`${event.at} ${event.kind}`}>
            <time dateTime={event.at} title={times.full(event.at)}>
              {times.since(event.at)}
            </time>
            <span>
              {eventWords(i18n, event.kind, firstName(event.actor?.name ?? i18n._('The hub')))}
              {event.note && <q dir="auto">{event.note}</q>}
            </span>
          </li>
        ))}
      </ol>
      {answer.note && events.every(({ note }) => note !== answer.note) && <p dir="auto">{answer.note}</p>}
    </Sheet>
  );
}
