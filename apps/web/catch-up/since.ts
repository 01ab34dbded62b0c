const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export interface SinceChoice {
  key: 'yesterday' | 'friday' | 'week' | 'digest';
  /** ISO instant. */
  since: string;
}

/**
 * From when one may catch up: the last digest, yesterday, Friday (from Saturday to Tuesday), a week ago.
 * @param weekday the reader's, 0 for Sunday
 * @param lastDigest the end of the last digest's period
 */
export function sinceChoices(now: number, weekday: number, lastDigest: string | undefined): SinceChoice[] {
  const rounded = Math.floor(now / HOUR_MS) * HOUR_MS;
  const ago = (days: number) => new Date(rounded - days * DAY_MS).toISOString();
  const daysSinceFriday = (weekday + 2) % 7;
  return [
    ...(lastDigest ? [{ key: 'digest', since: lastDigest } as const] : []),
    { key: 'yesterday', since: ago(1) },
    ...(daysSinceFriday >= 1 && daysSinceFriday <= 4 && daysSinceFriday !== 1
      ? [{ key: 'friday', since: ago(daysSinceFriday) } as const]
      : []),
    { key: 'week', since: ago(7) },
  ];
}

/** The end of the period asked for: the next full hour, so that one answer is good for an hour. */
export const untilNow = (now: number): string => new Date(Math.ceil(now / HOUR_MS) * HOUR_MS).toISOString();
