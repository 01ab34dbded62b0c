import { amara, jonas, leila, mateo, type Person, priya, sofie, yuki } from './cast.js';
import type { Spoken } from './speech.js';

/** What a post asks for, as the API takes it, with people in place of ids. */
export interface Asking {
  kind: 'ACKNOWLEDGE' | 'REPLY' | 'DECIDE';
  of: readonly Person[];
  timing?: Record<string, unknown>;
  choices?: readonly string[];
}

export interface Line {
  by: Person;
  body: string;
  recording?: Spoken;
  asks?: Asking;
}

export interface Conversation {
  channel: string;
  title: string;
  lines: readonly [Line, ...Line[]];
  /** Says what came of it; by the author of the first line. */
  conclusion?: string;
}

export const channels: readonly { name: string; purpose: string; people: readonly Person[] }[] = [
  { name: 'Design', purpose: 'How it looks and how it feels to use.', people: [priya, leila, yuki, jonas] },
  {
    name: 'Platform',
    purpose: 'What runs, where, and what happens on a bad day.',
    people: [priya, amara, jonas, mateo, leila],
  },
  { name: 'Support', purpose: 'What customers ask, and what we answer.', people: [priya, mateo, sofie, yuki] },
  {
    name: 'Team hours',
    purpose: 'Who is here when: rota, holidays, handovers.',
    people: [priya, jonas, amara, yuki, leila, mateo, sofie],
  },
];

export const story: readonly Conversation[] = [
  {
    channel: 'Platform',
    title: 'Rollout plan for the media worker',
    lines: [
      {
        by: amara,
        body: 'Two ways to roll out the new worker. I lean to **B** because undo is a single setting, and 6 GB for a week is cheap.\n\nWhich one do you want in the release, A or B?',
        recording: {
          kind: 'video',
          title: 'rollout.webm',
          words:
            'Good morning. This is about how we move to the new media worker. Nothing changes for people who record. Option A is one release, and if it goes wrong we restore from the backup. Option B runs both for a week. With B we keep the old worker, so undo is one setting.',
        },
        asks: { kind: 'DECIDE', of: [priya, mateo], timing: { withinWorkingHours: 4 }, choices: ['A', 'B'] },
      },
      { by: jonas, body: 'B. We had no way back in March and it cost us a weekend. I can own the switch-off date.' },
    ],
  },
  {
    channel: 'Design',
    title: 'Empty states, second pass',
    lines: [
      {
        by: leila,
        body: 'Is the tone right for a first-run admin?',
        recording: {
          kind: 'video',
          title: 'empty-states.webm',
          words:
            'Here is the second pass over the empty states. Each one says what belongs there, and how to start. Please look at the first run above all.',
        },
        asks: { kind: 'REPLY', of: [priya], timing: { withinWorkingDays: 2 } },
      },
    ],
  },
  {
    channel: 'Support',
    title: 'Voice note from the Osaka visit',
    lines: [
      {
        by: yuki,
        body: 'Three things the customer asked for, and one that we should say no to.',
        recording: {
          kind: 'voice',
          title: 'osaka.webm',
          words:
            'Three things from Osaka. They want captions in Japanese, a longer retention, and a report for their board. I think we should say no to the report, because they can make it from the export.',
        },
        asks: { kind: 'REPLY', of: [priya, sofie], timing: { withinWorkingDays: 3 } },
      },
    ],
  },
  {
    channel: 'Team hours',
    title: 'On-call rota from December',
    lines: [
      {
        by: jonas,
        body: 'Please confirm that you have seen your two weeks. Nobody is on call outside their own hours.',
        asks: { kind: 'ACKNOWLEDGE', of: [priya, amara, yuki, leila, mateo, sofie], timing: { withinWorkingDays: 1 } },
      },
    ],
  },
  {
    channel: 'Support',
    title: 'Refund wording for annual plans',
    lines: [
      {
        by: mateo,
        body: 'Two sentences to approve. The second one is new.',
        asks: { kind: 'REPLY', of: [priya], timing: { withinWorkingDays: 4 } },
      },
      { by: sofie, body: 'The second one reads well. I would leave out “unfortunately”.' },
    ],
  },
  {
    channel: 'Design',
    title: 'Where do we keep captions for old recordings?',
    lines: [
      {
        by: priya,
        body: 'Beside the file, or in the database? 1,240 old recordings have none yet.',
        asks: { kind: 'REPLY', of: [jonas, yuki, leila], timing: { withinWorkingHours: 8 } },
      },
    ],
  },
  {
    channel: 'Team hours',
    title: 'Travel policy: trains first',
    lines: [
      { by: sofie, body: 'One change: trains first for anything under six hours.' },
      { by: leila, body: 'Good. That makes Beirut an exception, not a loophole.' },
    ],
    conclusion: 'Trains first under six hours, from January.',
  },
];
