import { amara, jonas, leila, mateo, priya, sofie, yuki } from '../cast.js';
import { type Conversation, on } from '../conversation.js';
import { boardUpdate, handover, osakaCall } from './recordings.js';

/** What goes on besides: decisions, and threads that ask nothing of Priya. */
export const moving: readonly Conversation[] = [
  {
    to: 'team-hours',
    title: 'How we ask each other',
    isPinned: true,
    readBy: [priya],
    lines: [
      {
        ago: on('Tue', '10:00'),
        by: priya,
        body: 'Say what you need back, and by when. Most things can wait for the next working morning. Before you interrupt somebody: *Do I need an immediate response? Am I respecting people’s time?*',
      },
    ],
  },
  {
    to: 'platform',
    title: 'Release of Wednesday: what went out',
    isPinned: true,
    readBy: [priya],
    lines: [
      {
        ago: on('Thu', '09:30'),
        by: priya,
        body: 'What went out, and what is left, in a minute.',
        recording: handover,
      },
      { ago: on('Fri', '09:12'), by: amara, body: 'Search stays behind its setting until the index is warm.' },
    ],
  },
  {
    to: 'platform',
    title: 'Backups: keep seven days or thirty?',
    lines: [
      {
        ago: on('Thu', '10:15'),
        by: jonas,
        body: 'Thirty costs 40 GB more. I would keep thirty, and test one of them every month. Do you agree?',
        asks: { kind: 'REPLY', of: [amara], timing: { withinWorkingDays: 2 } },
      },
      { ago: on('Fri', '10:32'), by: amara, body: 'Thirty, and the test goes into the rota.' },
    ],
    conclusion: { ago: on('Fri', '13:05'), summary: 'Thirty days, and one restore is tested each month.' },
  },
  {
    to: 'design',
    title: 'Colour of the deadline chip',
    lines: [
      { ago: on('Thu', '09:50'), by: leila, body: 'Warm only when it is now. Everything else stays cool.' },
      { ago: on('Fri', '11:40'), by: yuki, body: 'Yes. On a train in the sun the shapes are what I see anyway.' },
    ],
    conclusion: { ago: on('Fri', '13:45'), summary: 'One warm colour, and it means now. Shapes carry the rest.' },
  },
  {
    to: 'design',
    title: 'Arabic: the ribbon from right to left',
    lines: [
      {
        ago: on('Fri', '12:15'),
        by: leila,
        body: 'The day runs from right to left, the hours keep their digits. Two pictures are in the file.',
      },
      { ago: on('Mon', '08:05'), by: yuki, body: 'Looks right to me next to the vertical one.' },
    ],
  },
  {
    to: 'platform',
    title: 'Postgres 18 on the test hub',
    lines: [
      {
        ago: on('Fri', '10:50'),
        by: amara,
        body: 'Running since Thursday, nothing to report. Reading is a little faster.',
      },
      { ago: on('Mon', '08:31'), by: jonas, body: 'Then let us take it in January.' },
    ],
  },
  {
    to: 'product',
    title: 'What five teams said about the digest',
    lines: [
      {
        ago: on('Fri', '11:00'),
        by: sofie,
        body: 'Four read it with their coffee. One would like it before the commute, which they can set.',
      },
      { ago: on('Fri', '17:30'), by: mateo, body: 'The one-line summaries are what they quoted back to me.' },
    ],
  },
  {
    to: 'product',
    title: 'Names for the three plans',
    lines: [{ ago: on('Mon', '08:40'), by: jonas, body: 'Small, Team and Whole. Plain, and they translate.' }],
  },
  {
    to: 'support',
    title: 'Week 48: what people asked',
    lines: [
      {
        ago: on('Fri', '14:10'),
        by: sofie,
        body: 'Eleven questions, nine answered the same day. Most of them were about working hours on public holidays.',
      },
      { ago: on('Mon', '09:05'), by: yuki, body: 'The holiday one is answered in the guide now.' },
    ],
  },
  {
    to: 'support',
    title: 'A kind letter from Porto',
    lines: [{ ago: on('Mon', '09:10'), by: sofie, body: '“We have stopped apologising for answering the next day.”' }],
  },
  {
    to: 'team-hours',
    title: 'Mateo is away on Thursdays in December',
    lines: [
      { ago: on('Thu', '16:10'), by: mateo, body: 'School holidays. Sofie has the support queue on those days.' },
    ],
  },
  {
    to: 'team-hours',
    title: 'Meeting in Copenhagen, second week of March',
    lines: [
      { ago: on('Fri', '08:45'), by: sofie, body: 'Three days, and one of them with nothing planned.' },
      { ago: on('Fri', '09:40'), by: leila, body: 'I come by train from Berlin.' },
      { ago: on('Mon', '07:10'), by: yuki, body: 'I would stay the week, if somebody lends me a desk.' },
    ],
  },
  {
    to: 'support',
    title: 'Customer call, Osaka',
    lines: [
      {
        ago: on('Mon', '08:15'),
        by: yuki,
        body: 'The whole call, for whoever likes to hear it.',
        recording: osakaCall,
      },
    ],
  },
  {
    to: 'product',
    title: 'Board update, part 2',
    lines: [
      {
        ago: on('Mon', '09:41'),
        by: leila,
        body: 'With the questions of the board at the end.',
        recording: boardUpdate,
      },
    ],
  },
  {
    to: jonas,
    title: 'Thank you for Wednesday',
    readBy: [priya],
    lines: [{ ago: on('Thu', '09:10'), by: priya, body: 'The release was quiet because of your list.' }],
  },
];
