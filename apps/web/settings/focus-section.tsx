import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Field, Icon, Problem } from '../design';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import { addDays, instantAt } from '../zones';

const FocusQuery = graphql(`
  query FocusBlocks {
    viewer {
      focusBlocks {
        id
        start
        end
        note
      }
    }
  }
`);
const Add = graphql(`
  mutation AddFocusBlock($input: AddFocusBlockInput!) {
    addFocusBlock(input: $input) {
      focusBlocks {
        id
      }
    }
  }
`);
const Remove = graphql(`
  mutation RemoveFocusBlock($input: RemoveFocusBlockInput!) {
    removeFocusBlock(input: $input) {
      focusBlocks {
        id
      }
    }
  }
`);

/** Hours of one's own: what is not urgent waits until they are over, and no deadline counts them. */
export function FocusSection() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [{ data }, refetch] = useQuery({ query: FocusQuery });
  const [, add] = useMutation(Add);
  const [, remove] = useMutation(Remove);
  const [day, setDay] = useState(() => times.dayOf(Date.now()));
  const [from, setFrom] = useState('13:00');
  const [until, setUntil] = useState('15:00');
  const [problem, setProblem] = useState<string>();
  const reload = () => refetch({ requestPolicy: 'network-only' });

  async function save() {
    const start = instantAt(day, from, times.zone);
    const end = instantAt(until <= from ? addDays(day, 1) : day, until, times.zone);
    const input = { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
    const { error } = await add({ input });
    setProblem(error && sentenceOf(i18n, error));
    if (error) return;
    reload();
    notice({ text: i18n._('Kept free. What is not urgent waits until then.') });
  }

  return (
    <>
      <p className="hint-line">
        {i18n._(
          'A few hours in which nothing reaches you unless it is urgent. They count as outside your working hours.',
        )}
      </p>
      <ul className="absences" aria-label={i18n._('Focus time')}>
        {data?.viewer?.focusBlocks.map(({ id, start, end }) => (
          <li key={id}>
            <span>
              {i18n._('{day}, {from} to {until}', {
                day: times.date(start),
                from: times.clock(start),
                until: times.clock(end),
              })}
            </span>
            <button
              type="button"
              className="ib"
              aria-label={i18n._('Remove: {day}', { day: `${times.date(start)} ${times.clock(start)}` })}
              title={i18n._('Remove')}
              onClick={async () => {
                const { error } = await remove({ input: { id } });
                if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
                else notice({ text: i18n._('Removed.'), undo: () => add({ input: { start, end } }).then(reload) });
                reload();
              }}
            >
              <Icon name="close" small />
            </button>
          </li>
        ))}
      </ul>
      <div className="three">
        <Field label={i18n._('Day')} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        <Field label={i18n._('From')} type="time" value={from} onChange={(event) => setFrom(event.target.value)} />
        <Field label={i18n._('Until')} type="time" value={until} onChange={(event) => setUntil(event.target.value)} />
      </div>
      {problem && <Problem>{problem}</Problem>}
      <p>
        <button
          type="button"
          className="btn quiet"
          disabled={!day || !from || !until || from === until}
          onClick={() => void save()}
        >
          {i18n._('Keep this time free')}
        </button>
      </p>
    </>
  );
}
