/** Days of the week in the order of ISO 8601. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof weekdays)[number];

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** 09:30 as 570, 24:00 (the end of a day) as 1440; undefined for any other text. */
export function parseLocalTime(text: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (!match) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minute <= 1440 ? minute : undefined;
}

/** 570 as 09:30, 1440 as 24:00. */
export const formatLocalTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Days from 1970-01-01 to a date without a zone, such as 2026-11-23; NaN for what is no date. */
export const dayOfDate = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** The date that so many days after 1970-01-01 is. */
export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The day that a wall shows; `localMs` is an instant plus the offset of its zone. */
export const dayOfLocal = (localMs: number): number => Math.floor(localMs / DAY_MS);

/** Index into `weekdays`; 1970-01-01 was a Thursday. */
export const weekdayOfDay = (day: number): number => (((day + 3) % 7) + 7) % 7;
