import { addDays, instantAt, localAt } from '../zones';

/** Two labels nearer than this would touch: a part of the whole span. */
const APART = 0.17;

/** Midnights of the reader between two instants that have room for a label, with their place from 0 to 1. */
export function dayTicks(start: number, end: number, zone: string): { at: number; part: number }[] {
  const ticks: { at: number; part: number }[] = [];
  const span = end - start;
  let date = addDays(localAt(start, zone).date, 1);
  for (let at = instantAt(date, '00:00', zone); at < end; at = instantAt(date, '00:00', zone)) {
    const part = (at - start) / span;
    const before = ticks.at(-1)?.part ?? 0;
    if (part - before >= APART && part <= 1 - APART * 1.2) ticks.push({ at, part });
    date = addDays(date, 1);
  }
  return ticks;
}
