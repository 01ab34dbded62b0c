import { type Person, priya } from '../cast.js';
import type { Conversation } from '../conversation.js';
import { moving } from './moving.js';
import { waiting } from './waiting.js';

export { channels } from './channels.js';

export const story: readonly Conversation[] = [...waiting, ...moving];

/** The hub has been there for a while when the story begins. */
export const BEGINS_AGO_HOURS = 14 * 24;

export const drafts: readonly { by: Person; ago: number; channel: string; title: string; body: string }[] = [
  {
    by: priya,
    ago: 67,
    channel: 'product',
    title: 'What we say no to in 2027',
    body: 'Three things that we will not build, and why each of them is kinder to leave out:\n\n1. Counting who has watched what.',
  },
  { by: priya, ago: 0.6, channel: 'support', title: '', body: 'Dear Ms Sato, thank you for the day in Osaka.' },
];
