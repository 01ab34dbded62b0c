const DAY_MS = 86_400_000;

/** Three names at most, then how many more. */
export function names(people: readonly { name: string }[]): string {
  const shown = people.slice(0, 3).map(({ name }) => name);
  const more = people.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** "Monday" within six days, else "Monday, 4 January". */
export const dayOf = (timeZone: string, ms: number, nowMs: number): string => written(timeZone, ms, nowMs);

/** "Monday 09:00" within six days, else "Monday, 4 January, 09:00". */
export const momentOf = (timeZone: string, ms: number, nowMs: number): string =>
  `${written(timeZone, ms, nowMs)} ${new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(ms)}`;

const written = (timeZone: string, ms: number, nowMs: number): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    ...(ms - nowMs > 6 * DAY_MS && { day: 'numeric', month: 'long' }),
  }).format(ms);
