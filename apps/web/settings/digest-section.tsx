import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf, type VariablesOf } from '../api';
import { Skeleton, Switch } from '../design';
import { useLingui } from '../language';
import { notice } from '../notice';
import { dayName } from './hours-section';
import { weekdays } from './week';

const ScheduleQuery = graphql(`
  query DigestSchedule {
    viewer {
      digestSchedule {
        enabled
        byEmail
        times
        days
      }
    }
  }
`);
const Update = graphql(`
  mutation UpdateDigestSchedule($input: DigestScheduleInput!) {
    updateDigestSchedule(input: $input) {
      digestSchedule {
        enabled
        byEmail
        times
        days
      }
    }
  }
`);

/** When the digest comes, and where to. */
export function DigestSection() {
  const { i18n } = useLingui();
  const [{ data }] = useQuery({ query: ScheduleQuery });
  const [, update] = useMutation(Update);
  const schedule = data?.viewer?.digestSchedule;
  if (!schedule) return <Skeleton lines={3} />;

  async function change(input: VariablesOf<typeof Update>['input']) {
    const { enabled, byEmail, times, days } = schedule!;
    const { error } = await update({ input });
    if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
    else notice({ text: i18n._('Saved.'), undo: () => update({ input: { enabled, byEmail, times, days } }) });
  }
  const times = schedule.times.map((time) => time.slice(0, 5));
  return (
    <>
      <Switch
        label={i18n._('Make me a digest')}
        hint={i18n._('When there is nothing to say none is made.')}
        checked={schedule.enabled}
        onChange={(enabled) => void change({ enabled })}
      />
      {schedule.enabled && (
        <>
          <Switch
            label={i18n._('By mail too')}
            checked={schedule.byEmail}
            onChange={(byEmail) => void change({ byEmail })}
          />
          <fieldset className="fieldset">
            <legend className="label">{i18n._('At')}</legend>
            <div className="times">
              {times.map((time, index) => (
                <input
                  key={time}
                  type="time"
                  className="input"
                  aria-label={i18n._('Digest time {number}', { number: index + 1 })}
                  defaultValue={time}
                  onBlur={(event) => {
                    const next = event.target.value;
                    if (next === time) return;
                    const changed = next === '' ? times.toSpliced(index, 1) : times.with(index, next);
                    if (changed.length > 0) void change({ times: changed.sort() });
                  }}
                />
              ))}
              {times.length < 4 && (
                <button
                  type="button"
                  className="btn bare"
                  onClick={() => void change({ times: [...times, times.includes('16:00') ? '12:30' : '16:00'].sort() })}
                >
                  {i18n._('One more time')}
                </button>
              )}
            </div>
          </fieldset>
          <fieldset className="fieldset">
            <legend className="label">{i18n._('On')}</legend>
            <div className="times">
              {weekdays.map((day) => (
                <label key={day} className="check">
                  <input
                    type="checkbox"
                    checked={schedule.days.includes(day)}
                    onChange={(event) =>
                      void change({
                        days: event.target.checked
                          ? [...schedule.days, day]
                          : schedule.days.filter((one) => one !== day),
                      })
                    }
                  />
                  {dayName(i18n.locale, day)}
                </label>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </>
  );
}
