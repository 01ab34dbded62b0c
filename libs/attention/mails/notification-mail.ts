import { type Words, wordsIn } from '#words';
import type { DeliveryKind } from '../deliveries/decision.js';
import { kindWords } from '../deliveries/rule-words.js';
import { duration, shownAt } from '../mail-page.js';
import { act, card, ink, link, mailHtml, quiet, written } from './mail-frame.js';

/** One thing that a mail tells. */
export interface NotificationItem {
  kind: DeliveryKind;
  title: string;
  channel: string;
  link: string;
  /** Who asked, answered or wrote; null: the hub itself. */
  by: string | null;
  dueAt: string | null;
  excerpt: string;
  readingSeconds: number;
  listeningSeconds: number;
  /** Why it comes now, in one sentence. */
  why: string;
}

export interface NotificationMailFacts {
  organization: string;
  timeZone: string;
  /** The reader's language; null: English. */
  locale?: string | null;
  unsubscribeUrl: string;
  inboxUrl: string;
  /** An answer to this mail comes to the thread. */
  isAnswerable?: boolean;
  items: readonly NotificationItem[];
}

export interface NotificationMail {
  subject: string;
  text: string;
  html: string;
  /** The earliest time by which one of them is due; undefined where none is. */
  replyBy: Date | undefined;
}

const owed: ReadonlySet<DeliveryKind> = new Set(['ASKED', 'URGENT', 'REMINDER']);

/** What reaches one member at one time, as one mail: the same in plain text and in HTML, times on their clock. */
export async function notificationMail(facts: NotificationMailFacts): Promise<NotificationMail> {
  const { items, organization, timeZone } = facts;
  const words = wordsIn(facts.locale ?? null);
  const { say } = words;
  const subject =
    items.length === 1
      ? subjectOf(words, items[0]!, timeZone)
      : say('{count} things for you in {organization}', { count: items.length, organization });
  const [everything, ending] = [say('Everything at once'), say('No more mails like this')];
  const answerable = say('Answer this mail and it is posted in the thread, with what you attach.');
  const lines = items.map((item) => ({
    head: headOf(words, item, timeZone),
    title: item.title,
    where: [item.channel, duration(words, item.readingSeconds, item.listeningSeconds)].filter(Boolean).join(', '),
    excerpt: item.excerpt,
    link: item.link,
    isOwed: owed.has(item.kind),
    act: owed.has(item.kind) ? say('Answer') : say('Open'),
    why: say(item.why),
  }));
  const dueTimes = items.flatMap(({ kind, dueAt }) => (owed.has(kind) && dueAt ? Date.parse(dueAt) : []));
  return {
    subject,
    replyBy: dueTimes.length > 0 ? new Date(Math.min(...dueTimes)) : undefined,
    text: [
      ...lines.flatMap((line) => [
        line.head,
        `${line.title} (${line.where})`,
        ...(line.excerpt ? ['', line.excerpt] : []),
        '',
        `${line.act}: ${line.link}`,
        say('Why now: {why}', { why: line.why }),
        '',
        '',
      ]),
      ...(facts.isAnswerable ? [answerable, '', ''] : []),
      '-- ',
      `${everything}: ${facts.inboxUrl}`,
      `${ending}: ${facts.unsubscribeUrl}`,
    ].join('\n'),
    html: await mailHtml(
      {
        subject,
        preview: lines.map(({ head }) => head).join('. '),
        organization,
        words,
        footer: [
          { label: everything, url: facts.inboxUrl },
          { label: ending, url: facts.unsubscribeUrl },
        ],
      },
      ...lines.map((line) =>
        card(
          quiet({ margin: '0 0 4px' }, line.head),
          ink({}, link(line.link, line.title)),
          quiet({}, line.where),
          line.excerpt && ink({ margin: '8px 0 0' }, written(line.excerpt)),
          line.isOwed ? act(line.link, line.act) : quiet({ margin: '8px 0 0' }, link(line.link, line.act)),
          quiet({ margin: '12px 0 0' }, line.why),
        ),
      ),
      facts.isAnswerable && quiet({ margin: '0 4px' }, answerable),
    ),
  };
}

function subjectOf({ say, locale }: Words, { kind, title, by, dueAt }: NotificationItem, timeZone: string): string {
  const values = { name: by ?? say('Somebody'), title };
  switch (kind) {
    case 'ASKED':
      return say('{name} asks: {title}', values);
    case 'URGENT':
      return say('Urgent, from {name}: {title}', values);
    case 'ANSWERED':
      return say('{name} answered: {title}', values);
    case 'MENTIONED':
      return say('{name} mentioned you: {title}', values);
    case 'CONCLUDED':
      return say('Concluded: {title}', values);
    case 'FOLLOWED':
      return say('{name}: {title}', values);
    case 'REMINDER':
      return dueAt
        ? say('Due {time}: {title}', { time: shownAt(dueAt, timeZone, locale), title })
        : say('A reminder: {title}', values);
    case 'DUE_MOVED':
      return say('Another due time: {title}', values);
  }
}

function headOf(words: Words, { kind, by, dueAt }: NotificationItem, timeZone: string): string {
  const what = kindHead(words, kind, by);
  if (!dueAt || !(owed.has(kind) || kind === 'DUE_MOVED')) return what;
  return words.say('{what}, due {time}', { what, time: shownAt(dueAt, timeZone, words.locale) });
}

/** What it is, and from whom: of a mail's line, and of a note on a device. */
export const kindHead = ({ say }: Words, kind: DeliveryKind, by: string | null): string =>
  by ? say('{what}, from {name}', { what: say(kindWords[kind]), name: by }) : say(kindWords[kind]);
