/** Where an item stands in "Waiting on you": by what it asks of the reader's time, never by when it came. */
export type Group = 'now' | 'today' | 'week' | 'later' | 'none';
export const groups: readonly Group[] = ['now', 'today', 'week', 'later', 'none'];

export interface Grouped {
  dueAt: string | null;
  promisedAt: string | null;
  isUrgent: boolean;
}

/**
 * @param daysUntil whole local days from today to an instant, in the reader's zone: 0 today, 1 tomorrow
 * @returns what is late stands with today: it is still to be done, and nobody is blamed
 */
export function groupOf(item: Grouped, daysUntil: (instant: string) => number): Group {
  if (item.isUrgent) return 'now';
  const due = item.promisedAt ?? item.dueAt;
  if (!due) return 'none';
  const days = daysUntil(due);
  if (days <= 0) return 'today';
  return days < 7 ? 'week' : 'later';
}

/** How much of the time between two instants is left, 1 to 0: what the clock glyph fills with. */
export function partLeft(from: string, to: string, now: number): number {
  const start = Date.parse(from);
  const end = Date.parse(to);
  return end <= start ? 0 : Math.min(1, Math.max(0, (end - now) / (end - start)));
}
