const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Until when something may be put off: by how people say it. */
export interface LaterChoice {
  key: 'hours' | 'tomorrow' | 'monday';
  until: number;
}

/**
 * In three hours, tomorrow at the start of work, and on the next Monday at the start of work, soonest first; two
 * choices less than an hour apart are one.
 * @param startOfWork the instant at which the reader's work starts on the local day so many days from today
 * @param weekday of today, 0 for Sunday
 */
export function laterChoices(now: number, weekday: number, startOfWork: (days: number) => number): LaterChoice[] {
  const untilMonday = (8 - weekday) % 7 || 7;
  const inHours = Math.ceil((now + 3 * HOUR_MS) / (15 * MINUTE_MS)) * 15 * MINUTE_MS;
  const choices: LaterChoice[] = [
    { key: 'hours', until: inHours },
    { key: 'tomorrow', until: startOfWork(1) },
    { key: 'monday', until: startOfWork(untilMonday) },
  ];
  return choices
    .sort((one, other) => one.until - other.until)
    .filter(({ until }, index, all) => index === 0 || until - all[index - 1]!.until >= HOUR_MS);
}

/** The instant of a wall-clock time on a local day: found by looking at what the zone's clock says there. */
export function instantOf(day: string, clock: string, zone: string): number {
  const wanted = Date.parse(`${day}T${clock.slice(0, 5)}:00Z`);
  let instant = wanted;
  // Twice, because the first correction may cross a change of the clocks.
  for (let round = 0; round < 2; round++) instant += wanted - wallClock(instant, zone);
  return instant;
}

/** What a clock on the wall shows, as if it were UTC. */
function wallClock(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const of = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return Date.parse(`${of.year}-${of.month}-${of.day}T${of.hour}:${of.minute}:00Z`);
}
