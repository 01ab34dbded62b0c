import { useEffect, useState } from 'react';
import { useMutation } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Icon, Problem, Switch } from '../design';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import { useViewer } from '../shell';
import { usePreferences } from './use-preferences';
import {
  addInterval,
  changeInterval,
  copyToWorkingDays,
  hoursOf,
  type Interval,
  ofDay,
  removeInterval,
  type Weekday,
  weekdays,
} from './week';

const UpdateHours = graphql(`
  mutation UpdateHours($input: UpdateWorkingHoursInput!) {
    updateWorkingHours(input: $input) {
      member {
        id
        isWorkingTime
        nextWorkingTime
        workingHours {
          timeZone
          week {
            day
            start
            end
          }
        }
      }
    }
  }
`);

/** When one works, in one's own zone: what everything else here is counted by. */
export function HoursSection() {
  const { i18n } = useLingui();
  const times = useTimes();
  const { member } = useViewer();
  const { preferences, change } = usePreferences();
  const [, update] = useMutation(UpdateHours);
  const served = member.workingHours;
  const [week, setWeek] = useState<Interval[]>(() => plain(served.week));
  const [problem, setProblem] = useState<string>();
  const [zones] = useState(() => Intl.supportedValuesOf('timeZone'));
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // What came back from the server, or from another device, stands.
  useEffect(() => setWeek(plain(served.week)), [served.week]);

  async function save(next: Interval[], timeZone = served.timeZone) {
    setWeek(next);
    const { error } = await update({ input: { timeZone, week: next } });
    setProblem(error && sentenceOf(i18n, error));
    if (error) return;
    const before = { timeZone: served.timeZone, week: plain(served.week) };
    notice({ text: i18n._('Saved. What is due for you was counted anew.'), undo: () => update({ input: before }) });
  }

  return (
    <>
      <label className="fieldset">
        <span className="label">{i18n._('Time zone')}</span>
        <select
          className="input"
          value={served.timeZone}
          disabled={preferences.timeZoneFollowsDevice && served.timeZone === device}
          onChange={(event) => void save(week, event.target.value)}
        >
          {(zones.includes(served.timeZone) ? zones : [served.timeZone, ...zones]).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </select>
        <span className="hint-line">
          {i18n._('It is {time} there now.', { time: times.clock(Date.now(), served.timeZone) })}
        </span>
      </label>
      <Switch
        label={i18n._('Follow this device')}
        hint={
          device === served.timeZone
            ? i18n._('When you travel your hours travel with you.')
            : i18n._('This device is in {place}.', { place: times.place(device) })
        }
        checked={preferences.timeZoneFollowsDevice}
        onChange={(follows) => {
          void change({ timeZoneFollowsDevice: follows });
          if (follows && device !== served.timeZone) void save(week, device);
        }}
      />
      <div className="week">
        {weekdays.map((day) => (
          <Day key={day} day={day} week={week} onChange={(next) => void save(next)} />
        ))}
      </div>
      <p className="hint-line">
        {i18n._('{hours, plural, one {# hour} other {# hours}} a week. An end before its start runs past midnight.', {
          hours: hoursOf(week),
        })}
      </p>
      {problem && <Problem>{problem}</Problem>}
    </>
  );
}

const plain = (week: readonly Interval[]): Interval[] =>
  week.map(({ day, start, end }) => ({ day, start: start.slice(0, 5), end: end.slice(0, 5) }));

function Day({ day, week, onChange }: { day: Weekday; week: Interval[]; onChange: (week: Interval[]) => void }) {
  const { i18n } = useLingui();
  const intervals = ofDay(week, day);
  const name = dayName(i18n.locale, day);
  return (
    <div className="day">
      <b>{name}</b>
      <div>
        {intervals.length === 0 && <span className="hint-line">{i18n._('free')}</span>}
        {intervals.map((interval, index) => (
          <span key={`${interval.start} ${interval.end}`} className="interval">
            <input
              type="time"
              className="input"
              required
              defaultValue={interval.start}
              aria-label={i18n._('{day}: from', { day: name })}
              onBlur={(event) =>
                event.target.value &&
                event.target.value !== interval.start &&
                onChange(changeInterval(week, day, index, { start: event.target.value }))
              }
            />
            –
            <input
              type="time"
              className="input"
              required
              defaultValue={interval.end}
              aria-label={i18n._('{day}: to', { day: name })}
              onBlur={(event) =>
                event.target.value &&
                event.target.value !== interval.end &&
                onChange(changeInterval(week, day, index, { end: event.target.value }))
              }
            />
            <button
              type="button"
              className="ib"
              aria-label={i18n._('{day}: take these hours out', { day: name })}
              title={i18n._('Take out')}
              onClick={() => onChange(removeInterval(week, day, index))}
            >
              <Icon name="close" small />
            </button>
          </span>
        ))}
      </div>
      <span className="day-acts">
        <button
          type="button"
          className="ib"
          aria-label={i18n._('{day}: more hours', { day: name })}
          title={i18n._('More hours')}
          onClick={() => onChange(addInterval(week, day))}
        >
          <Icon name="plus" small />
        </button>
        {intervals.length > 0 && (
          <button
            type="button"
            className="ib"
            aria-label={i18n._('{day}: the same on all working days', { day: name })}
            title={i18n._('The same on all working days')}
            onClick={() => onChange(copyToWorkingDays(week, day))}
          >
            <Icon name="down" small />
          </button>
        )}
      </span>
    </div>
  );
}

/** 5 January 2026 was a Monday. */
export const dayName = (locale: string, day: Weekday): string =>
  new Intl.DateTimeFormat(locale === 'en-XA' || locale === 'ar-XB' ? 'en' : locale, {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(Date.UTC(2026, 0, 5 + weekdays.indexOf(day)));
