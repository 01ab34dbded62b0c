import { amara, cast, jonas, leila, mateo, type Person, priya, sofie, yuki } from '../cast.js';

export const channels: readonly { name: string; purpose: string; people: readonly Person[] }[] = [
  { name: 'design', purpose: 'How it looks and how it feels to use.', people: [priya, leila, yuki, jonas, sofie] },
  {
    name: 'platform',
    purpose: 'What runs, where, and what happens on a bad day.',
    people: [priya, amara, jonas, mateo, leila, yuki],
  },
  {
    name: 'product',
    purpose: 'What we make next, for whom, and what we leave out.',
    people: [priya, leila, sofie, jonas, mateo],
  },
  { name: 'support', purpose: 'What customers ask, and what we answer.', people: [priya, mateo, sofie, yuki] },
  { name: 'team-hours', purpose: 'Who is here when: rota, holidays, handovers.', people: cast },
];
