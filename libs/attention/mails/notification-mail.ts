import type { DeliveryKind } from '../deliveries/decision.js';
import { kindWords } from '../deliveries/rule-words.js';
import { duration, shownAt } from '../mail-page.js';
import { act, card, ink, link, mailHtml, quiet } from './mail-frame.js';

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

const ANSWERABLE = 'Answer this mail and it is posted in the thread, with what you attach.';

const owed: ReadonlySet<DeliveryKind> = new Set(['ASKED', 'URGENT', 'REMINDER']);

/** What reaches one member at one time, as one mail: the same in plain text and in HTML, times on their clock. */
export async function notificationMail(facts: NotificationMailFacts): Promise<NotificationMail> {
  const { items, organization, timeZone } = facts;
  const subject =
    items.length === 1 ? subjectOf(items[0]!, timeZone) : `${items.length} things for you in ${organization}`;
  const lines = items.map((item) => ({
    head: headOf(item, timeZone),
    title: item.title,
    where: [item.channel, duration(item.readingSeconds, item.listeningSeconds)].filter(Boolean).join(', '),
    excerpt: item.excerpt,
    link: item.link,
    act: owed.has(item.kind) ? 'Answer' : 'Open',
    why: item.why,
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
        `Why now: ${line.why}`,
        '',
        '',
      ]),
      ...(facts.isAnswerable ? [ANSWERABLE, '', ''] : []),
      '-- ',
      `Everything at once: ${facts.inboxUrl}`,
      `No more mails like this: ${facts.unsubscribeUrl}`,
    ].join('\n'),
    html: await mailHtml(
      {
        subject,
        preview: lines.map(({ head }) => head).join('. '),
        organization,
        footer: [
          { label: 'Everything at once', url: facts.inboxUrl },
          { label: 'No more mails like this', url: facts.unsubscribeUrl },
        ],
      },
      ...lines.map((line) =>
        card(
          quiet({ margin: '0 0 4px' }, line.head),
          ink({}, link(line.link, line.title)),
          quiet({}, line.where),
          line.excerpt && ink({ margin: '8px 0 0' }, line.excerpt),
          line.act === 'Answer' ? act(line.link, line.act) : quiet({ margin: '8px 0 0' }, link(line.link, line.act)),
          quiet({ margin: '12px 0 0' }, line.why),
        ),
      ),
      facts.isAnswerable && quiet({ margin: '0 4px' }, ANSWERABLE),
    ),
  };
}

function subjectOf({ kind, title, by, dueAt }: NotificationItem, timeZone: string): string {
  const who = by ?? 'Somebody';
  switch (kind) {
    case 'ASKED':
      return `${who} asks: ${title}`;
    case 'URGENT':
      return `Urgent, from ${who}: ${title}`;
    case 'ANSWERED':
      return `${who} answered: ${title}`;
    case 'MENTIONED':
      return `${who} mentioned you: ${title}`;
    case 'CONCLUDED':
      return `Concluded: ${title}`;
    case 'FOLLOWED':
      return `${who}: ${title}`;
    case 'REMINDER':
      return dueAt ? `Due ${shownAt(dueAt, timeZone)}: ${title}` : `A reminder: ${title}`;
    case 'DUE_MOVED':
      return `Another due time: ${title}`;
  }
}

function headOf({ kind, by, dueAt }: NotificationItem, timeZone: string): string {
  const due = dueAt && (owed.has(kind) || kind === 'DUE_MOVED') ? `, due ${shownAt(dueAt, timeZone)}` : '';
  return `${kindWords[kind]}${by ? `, from ${by}` : ''}${due}`;
}
