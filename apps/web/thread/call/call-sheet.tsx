import { useEffect, useId, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { sentenceOf } from '../../api';
import { Ribbon, Sheet, Skeleton } from '../../design';
import { useLingui, useTimes } from '../../language';
import { notice } from '../../notice';
import { useNow } from '../banner/use-now';
import { dayAndTime, firstName } from '../words';
import { CallTimes, ProposeCall } from './call-query';
import './call.css';

const LENGTHS = [15, 30, 45, 60];

export interface Person {
  id: string;
  name: string;
}

/** A way to real time: with whom, how long, and the times inside everybody's hours; they are asked, never told. */
export function CallSheet({
  threadId,
  people,
  onClose,
}: {
  threadId: string;
  /** Everybody of the thread but the reader. */
  people: readonly Person[];
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const now = useNow();
  const id = useId();
  const [minutes, setMinutes] = useState(30);
  const [chosenIds, setChosen] = useState<readonly string[]>(people.map((one) => one.id));
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const input = { threadId, participantIds: [...chosenIds], minutes };
  const [{ data, error, fetching }] = useQuery({
    query: CallTimes,
    variables: { input },
    pause: chosenIds.length === 0,
    requestPolicy: 'network-only',
  });
  const [{ fetching: isSending }, propose] = useMutation(ProposeCall);
  const found = chosenIds.length > 0 && !error ? data?.callTimes : undefined;
  const starts = found?.times.map(({ start }) => start) ?? [];
  const offered = starts.filter((start) => !leftOut.includes(start));
  // Other people, other times.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they stand for what the times were asked for
  useEffect(() => setLeftOut([]), [minutes, chosenIds]);

  const send = async () => {
    const { error: refusal } = await propose({ input: { ...input, starts: offered, note: note.trim() || null } });
    if (refusal) return notice({ text: sentenceOf(i18n, refusal), isProblem: true });
    notice({ text: i18n._('They are asked which time suits them. What they decide is posted here.') });
    onClose();
  };
  const end = Date.parse(found?.times.at(-1)?.end ?? '') || now + 2 * 86_400_000;

  return (
    <Sheet
      wide
      title={i18n._('Propose a call')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn quiet" onClick={onClose}>
            {i18n._('Cancel')}
          </button>
          <button
            type="button"
            className="btn primary"
            disabled={offered.length === 0 || isSending}
            onClick={() => void send()}
          >
            {i18n._('{count, plural, =0 {Ask} one {Ask about # time} other {Ask about # times}}', {
              count: offered.length,
            })}
          </button>
        </>
      }
    >
      <div className="call-sheet">
        <p>{i18n._('Everybody is asked in their own hours, and can say that none of the times fits.')}</p>
        <fieldset className="picks" aria-label={i18n._('How long')}>
          {LENGTHS.map((one) => (
            <button
              key={one}
              type="button"
              className="pick"
              aria-pressed={one === minutes}
              onClick={() => setMinutes(one)}
            >
              {i18n._('{minutes} min', { minutes: one })}
            </button>
          ))}
        </fieldset>
        <fieldset className="call-who">
          <legend className="label">{i18n._('With whom')}</legend>
          {people.map((one) => (
            <label key={one.id}>
              <input
                type="checkbox"
                checked={chosenIds.includes(one.id)}
                onChange={({ target }) =>
                  setChosen((before) =>
                    target.checked ? [...before, one.id] : before.filter((other) => other !== one.id),
                  )
                }
              />
              <span dir="auto">{one.name}</span>
            </label>
          ))}
        </fieldset>
        {error && <p className="wrong">{sentenceOf(i18n, error)}</p>}
        {fetching && !found && <Skeleton lines={3} />}
        {found && (
          <ul className="call-zones">
            {found.participants.map(({ member, timeZone, ribbon }) => (
              <li key={member.id}>
                <b dir="auto">{firstName(member.name)}</b>
                <Ribbon thin start={now} end={end} working={ribbon} />
                <small>
                  {i18n._('{place}, {time}', { place: times.place(timeZone), time: times.clock(now, timeZone) })}
                </small>
              </li>
            ))}
          </ul>
        )}
        {found && starts.length === 0 && (
          <p className="wrong" role="status">
            {i18n._('In the next two weeks there is no time at which all of them work. No common time: {people}.', {
              people: times.list(found.withoutCommonTime.map(({ name }) => name)),
            })}
          </p>
        )}
        {found && starts.length > 0 && (
          <fieldset className="call-offers" aria-live="polite">
            <legend className="label">{i18n._('Times inside everybody’s hours')}</legend>
            {starts.map((start) => (
              <label key={start}>
                <input
                  type="checkbox"
                  checked={!leftOut.includes(start)}
                  onChange={({ target }) =>
                    setLeftOut((before) =>
                      target.checked ? before.filter((other) => other !== start) : [...before, start],
                    )
                  }
                />
                <span>
                  <time dateTime={start}>{dayAndTime(i18n, times, start)}</time>
                  <small>
                    {times.list(
                      found.participants.map(({ member, timeZone }) =>
                        i18n._('{name} {time}', { name: firstName(member.name), time: times.clock(start, timeZone) }),
                      ),
                    )}
                  </small>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <div className="fieldset">
          <label className="label" htmlFor={`${id}-note`}>
            {i18n._('What is it about')}
          </label>
          <textarea
            id={`${id}-note`}
            className="input"
            rows={2}
            dir="auto"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
      </div>
    </Sheet>
  );
}
