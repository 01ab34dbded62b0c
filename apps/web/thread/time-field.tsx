import { useId, useState } from 'react';
import { useLingui, useTimes } from '../language';
import { useViewer } from '../shell';
import { fromField, quickTimes, toField } from './wall-clock';
import { dayAndTime } from './words';

/** A point in time, in the reader's zone: three that people mean most, or any. */
export function TimeField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | undefined;
  onChange: (instant: number | undefined) => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const id = useId();
  const { workingHours } = useViewer().member;
  const [now] = useState(Date.now);
  const choices = quickTimes(now, times.zone, workingHours.week[0]?.start ?? '09:00');
  return (
    <div className="fieldset">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="quick-times">
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            className="x"
            aria-pressed={value === choice}
            onClick={() => onChange(choice)}
          >
            {dayAndTime(i18n, times, choice, now)}
          </button>
        ))}
      </div>
      <input
        id={id}
        className="input"
        type="datetime-local"
        min={toField(now, times.zone)}
        value={value === undefined ? '' : toField(value, times.zone)}
        onChange={(event) => onChange(fromField(event.target.value, times.zone))}
      />
      <p className="hint-line">{i18n._('In {place} time', { place: times.place() })}</p>
    </div>
  );
}
