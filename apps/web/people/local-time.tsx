import { useLingui, useTimes } from '../language';

interface Somewhere {
  isWorkingTime: boolean;
  nextWorkingTime: string | null;
  workingHours: { timeZone: string };
}

/** "18:24, back at 09:00": their own clock. */
export function LocalTime({ member }: { member: Somewhere }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const zone = member.workingHours.timeZone;
  const time = times.clock(Date.now(), zone);
  if (member.isWorkingTime) return <span>{i18n._('{time}, in working hours', { time })}</span>;
  if (!member.nextWorkingTime) return <span>{i18n._('{time}, away', { time })}</span>;
  const isSoon = Date.parse(member.nextWorkingTime) - Date.now() < 24 * 3_600_000;
  const next = isSoon ? times.clock(member.nextWorkingTime, zone) : times.weekday(member.nextWorkingTime);
  return (
    <span>
      {isSoon ? i18n._('{time}, back at {next}', { time, next }) : i18n._('{time}, back on {next}', { time, next })}
    </span>
  );
}
