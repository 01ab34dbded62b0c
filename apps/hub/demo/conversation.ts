import type { Person } from './cast.js';
import type { Spoken } from './speech.js';

/** What a post asks for, as the API takes it, with people in place of ids. */
export interface Asking {
  kind: 'ACKNOWLEDGE' | 'REPLY';
  of: readonly Person[];
  timing?: Record<string, unknown>;
}

export interface Line {
  /** Hours before the story ends. */
  ago: number;
  by: Person;
  body: string;
  recording?: Spoken;
  asks?: Asking;
  /** Speaks of a sentence of the recording that opened the thread: part and sentence, from 0. */
  moment?: readonly [part: number, sentence: number];
}

export interface Conversation {
  /** The name of a channel, or of whom the opening is meant for alone. */
  to: string | Person;
  title: string;
  lines: readonly [Line, ...Line[]];
  /** What came of it, in the words of the author of the first line. */
  conclusion?: { ago: number; summary: string };
  /** Who has read it when the story ends. */
  readBy?: readonly Person[];
  isPinned?: boolean;
}

const DAYS_BEFORE = { Mon: 0, Fri: 3, Thu: 4, Wed: 5, Tue: 6 } as const;
/** The story is told as if it ended on a Monday at 10:24 in Berlin. */
const END_MINUTES = 10 * 60 + 24;

/** Hours from a time of Berlin's until the end of the story. */
export function on(day: keyof typeof DAYS_BEFORE, clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return DAYS_BEFORE[day] * 24 + (END_MINUTES - hours * 60 - minutes) / 60;
}
