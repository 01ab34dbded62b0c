/** What a date-and-time field holds: wall-clock time of the reader's zone, 2026-11-23T16:00. */
export function toField(instant: number, zone: string): string {
  return new Date(wallClock(instant, zone)).toISOString().slice(0, 16);
}

/** The instant of a field's text; undefined while it is not whole. */
export function fromField(text: string, zone: string): number | undefined {
  const wanted = Date.parse(`${text}:00Z`);
  if (Number.isNaN(wanted)) return undefined;
  let instant = wanted;
  // Twice, because the first correction may cross a change of the clocks.
  for (let round = 0; round < 2; round++) instant += wanted - wallClock(instant, zone);
  return instant;
}

/** A clock on the wall, read as if it were UTC. */
function wallClock(instant: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const of = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return Date.parse(`${of.year}-${of.month}-${of.day}T${of.hour}:${of.minute}:00Z`);
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Later today, at the start of work tomorrow, and on Monday: soonest first, none of them twice. */
export function quickTimes(now: number, zone: string, startOfWork: string): number[] {
  const inHours = Math.ceil((now + 3 * HOUR_MS) / (HOUR_MS / 2)) * (HOUR_MS / 2);
  const today = wallClock(now, zone);
  const weekday = new Date(today).getUTCDay();
  const on = (days: number) =>
    fromField(`${new Date(today + days * DAY_MS).toISOString().slice(0, 10)}T${startOfWork.slice(0, 5)}`, zone);
  const all = [inHours, on(1), on((8 - weekday) % 7 || 7)].filter((one): one is number => one !== undefined);
  return all
    .sort((one, other) => one - other)
    .filter((one, index, sorted) => index === 0 || one - sorted[index - 1]! >= HOUR_MS);
}
