import type { Words } from '#words';
import { shownAt } from '../mail-page.js';

/** A part of the ribbon, from its start: off, working, or the hour in which something falls due. */
export interface RibbonCell {
  kind: 'off' | 'working' | 'due';
  /** Of the ribbon's width; all of them are 100. */
  percent: number;
}

export interface MailRibbon {
  cells: readonly RibbonCell[];
  /** Both ends on the reader's clock. */
  from: string;
  to: string;
  /** What it shows, for who hears it. */
  said: string;
}

export interface RibbonFacts {
  fromMs: number;
  /** The reader's working time from then on, in order. */
  spans: readonly { start: string; end: string }[];
  /** What they owe falls due. */
  dueMs: readonly number[];
  timeZone: string;
  words: Words;
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 5;
const SLOTS = 96;

/** Until when the ribbon of these due times goes: the last of them, a day at least, five at most. */
export const ribbonEnd = (fromMs: number, dueMs: readonly number[]): number =>
  Math.min(Math.max(fromMs + DAY_MS, ...dueMs), fromMs + MOST_DAYS * DAY_MS);

/** The reader's time until what they owe is due: working hours as blocks, due times as marks. Undefined where nothing is due in it. */
export function mailRibbon({ fromMs, spans, dueMs, timeZone, words }: RibbonFacts): MailRibbon | undefined {
  const toMs = ribbonEnd(fromMs, dueMs);
  const dues = dueMs.filter((due) => due >= fromMs && due <= toMs).toSorted((one, other) => one - other);
  if (dues.length === 0) return undefined;
  const slotMs = (toMs - fromMs) / SLOTS;
  const slotOf = (ms: number) => Math.min(SLOTS - 1, Math.floor((ms - fromMs) / slotMs));
  const dueSlots = new Set(dues.map(slotOf));
  const works = (ms: number) => spans.some(({ start, end }) => Date.parse(start) <= ms && ms < Date.parse(end));
  const cells: RibbonCell[] = [];
  for (let slot = 0; slot < SLOTS; slot++) {
    const kind = dueSlots.has(slot) ? 'due' : works(fromMs + (slot + 0.5) * slotMs) ? 'working' : 'off';
    const last = cells.at(-1);
    if (last?.kind === kind) last.percent += 100 / SLOTS;
    else cells.push({ kind, percent: 100 / SLOTS });
  }
  const shown = (ms: number) => shownAt(new Date(ms).toISOString(), timeZone, words.locale);
  const [from, to] = [shown(fromMs), shown(toMs)];
  const times = dues.map(shown).join('; ');
  const said = words.say('Your working hours from {from} to {to}. Due: {times}.', { from, to, times });
  return { cells, from, to, said };
}
