import { amara, jonas, leila, mateo, priya, sofie, yuki } from '../cast.js';
import { type Conversation, on } from '../conversation.js';
import { emptyStates, lateCaptions, osaka, rollout, travel } from './recordings.js';

/** What waits on Priya, and what she waits for. */
export const waiting: readonly Conversation[] = [
  {
    to: 'product',
    title: 'Travel policy, updated for 2027',
    readBy: [priya],
    lines: [
      {
        ago: on('Thu', '11:05'),
        by: sofie,
        body: 'One change: trains first for anything under six hours.',
        recording: travel,
        asks: { kind: 'ACKNOWLEDGE', of: [priya, leila, jonas, mateo] },
      },
      { ago: on('Thu', '13:20'), by: leila, body: 'Good. That makes Beirut an exception, not a loophole.' },
    ],
  },
  {
    to: 'support',
    title: 'Refund wording for annual plans',
    readBy: [priya],
    lines: [
      {
        ago: on('Thu', '17:02'),
        by: mateo,
        body: 'Two sentences to approve. The second one is new.\n\n> You can leave at any time. We refund the months that you have not used.',
        asks: { kind: 'REPLY', of: [priya], timing: { withinWorkingDays: 6 } },
      },
      { ago: on('Fri', '08:10'), by: sofie, body: 'The second one reads well. I would leave out “unfortunately”.' },
    ],
  },
  {
    to: 'team-hours',
    title: 'On-call rota from December',
    readBy: [priya],
    lines: [
      {
        ago: on('Fri', '14:40'),
        by: jonas,
        body: 'Please confirm that you have seen your two weeks.\n\nNobody is on call outside their own hours: between them it is the next person eastwards.',
        asks: { kind: 'ACKNOWLEDGE', of: [priya, amara, yuki, leila, mateo, sofie], timing: { withinWorkingDays: 1 } },
      },
    ],
  },
  {
    to: priya,
    title: 'Voice note from the Osaka visit',
    lines: [
      {
        ago: on('Mon', '06:14'),
        by: yuki,
        body: 'Three things the customer asked for, and one that we should say no to.',
        recording: osaka,
        asks: { kind: 'REPLY', of: [priya], timing: { withinWorkingDays: 3 } },
      },
    ],
  },
  {
    to: 'design',
    title: 'Empty states, second pass',
    lines: [
      {
        ago: on('Mon', '07:30'),
        by: leila,
        body: 'Is the tone right for a first-run admin? Skip to 0:40 if you are short of time.',
        recording: emptyStates,
        asks: { kind: 'REPLY', of: [priya], timing: { withinWorkingDays: 2 } },
      },
    ],
  },
  {
    to: 'platform',
    title: 'Rollout plan for the media worker',
    lines: [
      {
        ago: on('Mon', '08:52'),
        by: amara,
        body: 'Which one do you want in the release, A or B? I lean to **B**.\n\nUndo is a single setting, and 6 GB for a week is cheap. If you only watch one part, watch the third.',
        recording: rollout,
        asks: { kind: 'REPLY', of: [jonas, priya, mateo], timing: { withinWorkingHours: 7 } },
      },
      { ago: on('Mon', '09:31'), by: jonas, body: 'Last time it took five hours, not two.', moment: [1, 3] },
      {
        ago: on('Mon', '09:40'),
        by: jonas,
        body: 'B. We had no way back in March and it cost us a weekend. I can own the switch-off date.',
      },
      { ago: on('Mon', '09:52'), by: leila, body: 'Can viewers tell which worker made their file?', moment: [2, 2] },
      { ago: on('Mon', '10:02'), by: amara, body: 'No, and they should not have to.' },
      { ago: on('Mon', '10:08'), by: yuki, body: 'I would like to show that chart in Osaka.', moment: [3, 0] },
    ],
  },
  {
    to: 'platform',
    title: 'Where do we keep captions for old recordings?',
    readBy: [priya],
    lines: [
      {
        ago: on('Fri', '15:10'),
        by: priya,
        body: 'Beside the file, or in the database? 1,240 old recordings have none yet.',
        recording: lateCaptions,
        asks: { kind: 'REPLY', of: [amara], timing: { withinWorkingDays: 2 } },
      },
    ],
  },
  {
    to: 'product',
    title: 'Pricing page copy',
    readBy: [priya],
    lines: [
      {
        ago: on('Fri', '16:20'),
        by: priya,
        body: 'Does the second paragraph say what one gets, or only what it costs?',
        asks: { kind: 'REPLY', of: [jonas], timing: { withinWorkingHours: 12 } },
      },
    ],
  },
  {
    to: 'support',
    title: 'Osaka follow-up dates',
    readBy: [priya],
    lines: [
      {
        ago: on('Mon', '09:20'),
        by: priya,
        body: 'Which two dates may I offer them?',
        asks: { kind: 'REPLY', of: [yuki], timing: { withinWorkingDays: 2 } },
      },
    ],
  },
  {
    to: 'design',
    title: 'Icon for “later”',
    readBy: [priya],
    lines: [
      {
        ago: on('Mon', '09:45'),
        by: priya,
        body: 'A clock, or a moon? Both are in the file.',
        asks: { kind: 'REPLY', of: [leila] },
      },
    ],
  },
];
