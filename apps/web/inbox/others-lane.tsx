import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Empty, Icon, Problem, Skeleton } from '../design';
import { useShortcuts } from '../keyboard';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import { useLiveInbox } from '../shell';
import { ExpectationChip } from './expectation-chip';
import { type Item, PAGE, WaitingOnOthers } from './items';
import { Row } from './row';
import { Rows, type RowsHandle } from './rows';
import { usePicking } from './use-picking';

const Nudge = graphql(`
  mutation NudgeItem($input: NudgeInput!) {
    nudge(input: $input) {
      expectedResponse {
        id
        nudgedAt
      }
    }
  }
`);
const Withdraw = graphql(`
  mutation WithdrawItem($input: WithdrawExpectationInput!) {
    withdrawExpectation(input: $input) {
      post {
        id
      }
    }
  }
`);

/** What the reader asked of others: who has not answered, what time it is for them, when they are back. */
export function OthersLane() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, refetch] = useQuery({ query: WaitingOnOthers, variables: { first: PAGE, after } });
  useLiveInbox(refetch);
  const [, nudge] = useMutation(Nudge);
  const [, withdraw] = useMutation(Withdraw);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = useRef<RowsHandle>(null);
  const page = data?.viewer?.inbox.waitingOnOthers;
  const items = (page?.nodes ?? []).filter(({ post }) => !closed.has(post.id));
  const picking = usePicking(
    items.map(({ id }) => id),
    (id) => rows.current?.reveal(id),
  );
  const current = items.find(({ id }) => id === picking.id);

  async function remind(item: Item | undefined) {
    if (!item) return;
    const answer = await nudge({ input: { expectedResponseId: item.id } });
    const name = item.recipient.name;
    notice(
      answer.error
        ? { text: sentenceOf(i18n, answer.error), isProblem: true }
        : { text: i18n._('{name} is reminded, in working hours.', { name }) },
    );
  }

  /** Held for as long as it can be undone: a withdrawal is told to everybody who was asked. */
  function close(item: Item | undefined) {
    if (!item) return;
    const postId = item.post.id;
    setClosed((before) => new Set([...before, postId]));
    const reopen = () => setClosed((before) => new Set([...before].filter((id) => id !== postId)));
    const timer = setTimeout(async () => {
      const answer = await withdraw({ input: { postId } });
      if (!answer.error) return;
      reopen();
      notice({ text: sentenceOf(i18n, answer.error), isProblem: true });
    }, 10_000);
    notice({
      text: i18n._('No answer is expected any more.'),
      undo: () => {
        clearTimeout(timer);
        reopen();
      },
    });
  }

  useShortcuts(i18n._('Waiting on others'), [
    { id: 'inbox.next', keys: 'J ArrowDown', title: i18n._('Next'), run: picking.next },
    { id: 'inbox.previous', keys: 'K ArrowUp', title: i18n._('Previous'), run: picking.previous },
    {
      id: 'inbox.open',
      keys: 'Enter',
      title: i18n._('Open'),
      run: () =>
        void (
          current &&
          navigate({ to: '/t/$threadId', params: { threadId: current.post.thread.id }, search: { from: 'others' } })
        ),
    },
    { id: 'inbox.nudge', keys: 'N', title: i18n._('Remind'), run: () => void remind(current) },
    { id: 'inbox.close', keys: 'C', title: i18n._('Expect no answer any more'), run: () => close(current) },
  ]);

  if (!page)
    return error ? (
      <Problem onRetry={() => refetch({ requestPolicy: 'network-only' })}>{sentenceOf(i18n, error)}</Problem>
    ) : (
      <Skeleton lines={8} />
    );
  if (items.length === 0 && !fetching) return <Empty title={i18n._('You are waiting on nobody.')} />;
  return (
    <Rows
      ref={rows}
      label={i18n._('Waiting on others')}
      entries={items}
      keyOf={({ id }) => id}
      heightOf={() => 86}
      onEnd={() => page.pageInfo.hasNextPage && !fetching && setAfter(page.pageInfo.endCursor)}
      render={(item) => (
        <Row
          item={item}
          person={item.recipient}
          from="others"
          line={<WhereTheyAre person={item.recipient} />}
          isCurrent={item.id === picking.id}
          isPicked={false}
          onCurrent={() => item.id !== picking.id && picking.point(item.id)}
          chip={
            <ExpectationChip
              asked={{ ...item, kind: item.post.expectation.kind, isUrgent: item.post.expectation.timing === 'NOW' }}
            />
          }
          acts={
            <>
              {item.overdue && item.recipient.isWorkingTime && (
                <button
                  type="button"
                  className="ib"
                  aria-label={i18n._('Remind {name}', { name: item.recipient.name })}
                  title={i18n._('Remind (N)')}
                  onClick={() => void remind(item)}
                >
                  <Icon name="bell" />
                </button>
              )}
              <button
                type="button"
                className="ib"
                aria-label={i18n._('Expect no answer any more: {title}', { title: item.post.thread.title })}
                title={i18n._('Close (C)')}
                onClick={() => close(item)}
              >
                <Icon name="close" />
              </button>
            </>
          }
        />
      )}
    />
  );
}

/** "18:24 there, back at 09:00": from their calendar, never from what they do. */
export function WhereTheyAre({ person }: { person: Item['recipient'] }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const zone = person.workingHours.timeZone;
  const time = times.clock(Date.now(), zone);
  const { isWorkingTime, nextWorkingTime } = person;
  if (isWorkingTime) return <>{i18n._('{time} there, in working hours', { time })}</>;
  if (!nextWorkingTime) return <>{i18n._('{time} there', { time })}</>;
  // Their clock says more than ours: 09:00 is a morning.
  const isSoon = Date.parse(nextWorkingTime) - Date.now() < 24 * 3_600_000;
  const next = isSoon ? times.clock(nextWorkingTime, zone) : times.weekday(nextWorkingTime);
  return (
    <>
      {isSoon
        ? i18n._('{time} there, back at {next}', { time, next })
        : i18n._('{time} there, back on {next}', { time, next })}
    </>
  );
}
