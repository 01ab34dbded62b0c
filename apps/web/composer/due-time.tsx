import { lazy, Suspense, useState } from 'react';
import { useLingui, useTimes } from '../language';
import { useViewer } from '../shell';
import type { When } from './asking';
import { quickPicks, workdaysOf } from './quick-picks';

const WhenField = lazy(() => import('./when-field').then(({ WhenField }) => ({ default: WhenField })));

/** By when: picks in the reader's own zone, within each person's working time, or any date and time. */
export function DueTime({ when, onWhen, now }: { when: When; onWhen: (when: When) => void; now: number }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const viewer = useViewer();
  const picks = quickPicks(now, times.zone, workdaysOf(viewer.member.workingHours.week));
  const isPick = when.is === 'by' && picks.includes(Date.parse(when.at));
  const [isOther, setOther] = useState(when.is === 'by' && !isPick);
  const by = (at: number): When => ({ is: 'by', at: new Date(at).toISOString() });
  const isWithin = when.is === 'hours' || when.is === 'days';
  return (
    <>
      <fieldset className="picks" aria-label={i18n._('By when')}>
        {picks.map((at) => (
          <button
            key={at}
            type="button"
            className="pick"
            aria-pressed={!isOther && when.is === 'by' && Date.parse(when.at) === at}
            onClick={() => {
              setOther(false);
              onWhen(by(at));
            }}
          >
            {pickLabel(i18n, times, at, now)}
          </button>
        ))}
        <button
          type="button"
          className="pick"
          aria-pressed={isWithin}
          onClick={() => {
            setOther(false);
            onWhen({ is: 'days', days: 1 });
          }}
        >
          {i18n._('Within…')}
        </button>
        <button
          type="button"
          className="pick"
          aria-pressed={isOther}
          aria-expanded={isOther}
          onClick={() => {
            setOther(true);
            if (when.is !== 'by') onWhen(by(picks[0]!));
          }}
        >
          {i18n._('Other…')}
        </button>
      </fieldset>
      {isWithin && <Within when={when} onWhen={onWhen} />}
      {isOther && (
        <Suspense fallback={<span className="input" />}>
          <WhenField
            label={i18n._('Date and time in {place}', { place: times.place() })}
            instant={when.is === 'by' ? Date.parse(when.at) : picks[0]!}
            onInstant={(at) => onWhen(by(at))}
          />
        </Suspense>
      )}
    </>
  );
}

/** Counted in each person's own working time. */
function Within({ when, onWhen }: { when: Extract<When, { is: 'hours' | 'days' }>; onWhen: (when: When) => void }) {
  const { i18n } = useLingui();
  const count = when.is === 'hours' ? when.hours : when.days;
  return (
    <div className="within">
      <input
        className="input"
        type="number"
        min={when.is === 'hours' ? 1 : 0}
        max={when.is === 'hours' ? 400 : 60}
        value={count}
        aria-label={i18n._('How many')}
        onChange={(event) => {
          const next = Math.max(when.is === 'hours' ? 1 : 0, Math.round(Number(event.target.value) || 0));
          onWhen(when.is === 'hours' ? { is: 'hours', hours: next } : { is: 'days', days: next });
        }}
      />
      <select
        className="input"
        value={when.is}
        aria-label={i18n._('Counted in')}
        onChange={(event) =>
          onWhen(
            event.target.value === 'hours' ? { is: 'hours', hours: Math.max(1, count) } : { is: 'days', days: count },
          )
        }
      >
        <option value="hours">{i18n._('{count, plural, one {working hour} other {working hours}}', { count })}</option>
        <option value="days">{i18n._('{count, plural, one {working day} other {working days}}', { count })}</option>
      </select>
      <span className="hint-line">{i18n._('of each person')}</span>
    </div>
  );
}

function pickLabel(
  i18n: ReturnType<typeof useLingui>['i18n'],
  times: ReturnType<typeof useTimes>,
  at: number,
  now: number,
): string {
  if (times.daysBetween(at, now) === -1) return i18n._('Tomorrow {time}', { time: times.clock(at) });
  return times.due(at, now);
}
