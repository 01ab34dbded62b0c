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
