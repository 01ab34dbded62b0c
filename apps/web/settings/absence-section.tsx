import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Field, Icon, Problem } from '../design';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import { useViewer } from '../shell';

const AbsencesQuery = graphql(`
  query Absences {
    viewer {
      member {
        id
        absences {
          id
          from
          to
          note
          delegate {
            id
            name
          }
        }
      }
    }
    members(first: 100) {
      nodes {
        id
        name
        deactivatedAt
      }
    }
  }
`);
const Add = graphql(`
  mutation AddAbsence($input: AddAbsenceInput!) {
    addAbsence(input: $input) {
      absence {
        id
      }
    }
  }
`);
const Remove = graphql(`
  mutation RemoveAbsence($input: RemoveAbsenceInput!) {
    removeAbsence(input: $input) {
      member {
        id
        absences {
          id
          from
          to
          note
          delegate {
            id
            name
          }
        }
      }
    }
  }
`);

/** Days away, and who stands in. Nothing is due on them; whoever asks is told of the stand-in. */
export function AbsenceSection() {
  const { i18n } = useLingui();
  const times = useTimes();
  const viewer = useViewer();
  const [{ data }, refetch] = useQuery({ query: AbsencesQuery });
  const [, add] = useMutation(Add);
  const [, remove] = useMutation(Remove);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [delegateId, setDelegate] = useState('');
  const [problem, setProblem] = useState<string>();
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const day = (date: string) => times.day(date);

  async function save() {
    const { error } = await add({ input: { from, to: to || from, delegateId: delegateId || null } });
    setProblem(error && sentenceOf(i18n, error));
    if (error) return;
    setFrom('');
    setTo('');
    reload();
    notice({ text: i18n._('Enjoy it. What would have been due moves.') });
  }

  return (
    <>
      <ul className="absences">
        {data?.viewer?.member.absences.map((absence) => (
          <li key={absence.id}>
            <span>
              {absence.from === absence.to
                ? day(absence.from)
                : i18n._('{from} to {to}', { from: day(absence.from), to: day(absence.to) })}
              {absence.delegate && <small>{i18n._('{name} stands in', { name: absence.delegate.name })}</small>}
            </span>
            <button
              type="button"
              className="ib"
              aria-label={i18n._('Remove: {day}', { day: day(absence.from) })}
              title={i18n._('Remove')}
              onClick={async () => {
                const { error } = await remove({ input: { absenceId: absence.id } });
                const { from: first, to: last, note, delegate } = absence;
                if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
                else
                  notice({
                    text: i18n._('Removed.'),
                    undo: () => add({ input: { from: first, to: last, note, delegateId: delegate?.id } }).then(reload),
                  });
              }}
            >
              <Icon name="close" small />
            </button>
          </li>
        ))}
      </ul>
      <div className="three">
        <Field
          label={i18n._('First day away')}
          type="date"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <Field
          label={i18n._('Last day away')}
          type="date"
          min={from}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <label className="fieldset">
          <span className="label">{i18n._('Who stands in')}</span>
          <select className="input" value={delegateId} onChange={(event) => setDelegate(event.target.value)}>
            <option value="">{i18n._('nobody')}</option>
            {data?.members.nodes
              .filter(({ id, deactivatedAt }) => id !== viewer.member.id && !deactivatedAt)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </label>
      </div>
      {problem && <Problem>{problem}</Problem>}
      <p>
        <button type="button" className="btn quiet" disabled={!from} onClick={() => void save()}>
          {i18n._('Add these days')}
        </button>
      </p>
    </>
  );
}
