import { Img } from '@react-email/img';
import { createElement as h, type ReactNode } from 'react';
import type { Id } from '#kernel';
import type { Poster } from '#media';
import { type Words, wordsIn } from '#words';
import type { DigestSectionKind } from '../digest-contents.js';
import type { DigestEntryView, DigestSectionView } from '../digest-entries.js';
import { duration, shownAt } from '../mail-page.js';
import { act, card, ink, link, mailHtml, paint, quiet, warm, written } from './mail-frame.js';
import { mailRibbon } from './mail-ribbon.js';
import { ribbonRow } from './ribbon-row.js';

export interface DigestMailFacts {
  name: string;
  organization: string;
  timeZone: string;
  /** The reader's language; null: English. */
  locale?: string | null;
  publicUrl: string;
  periodStart: string;
  periodEnd: string;
  sections: readonly DigestSectionView[];
  /** The reader's working time from the end of the period on, for the ribbon. */
  workingTimes?: readonly { start: string; end: string }[];
  /** Where one click ends these mails; undefined for one that is only looked at. */
  unsubscribeUrl?: string;
  /** By post: shown within the mail. */
  posters?: ReadonlyMap<Id, Poster>;
}

export interface DigestMail {
  subject: string;
  text: string;
  html: string;
  /** The earliest time by which an answer is owed, for the Reply-By header (RFC 2156); undefined where none is. */
  replyBy: Date | undefined;
  /** The posters that the HTML names, by their content ids. */
  pictures: { contentId: string; contentType: string; content: Buffer }[];
}

const titles: Record<DigestSectionKind, string> = {
  YOU_OWE: 'Waiting on you',
  ANSWERS_TO_YOU: 'Answers to you',
  MENTIONS: 'Mentions',
  CONCLUSIONS: 'Conclusions',
  FOLLOWED: 'Threads you follow',
  FYI: 'For your information',
};

interface Line {
  title: string;
  link: string;
  act: string;
  isOwed: boolean;
  by: string;
  excerpt: string;
  due: string;
  takes: string;
  contentId: string | undefined;
}

/** A digest as a mail: the same in plain text and in HTML, times in the reader's zone, nothing that tracks. */
export async function digestMail(facts: DigestMailFacts): Promise<DigestMail> {
  const pictures: DigestMail['pictures'] = [];
  const words = wordsIn(facts.locale ?? null);
  const { say } = words;
  const { organization } = facts;
  const sections = facts.sections.map(({ kind, entries }) => ({
    title: say(titles[kind]),
    lines: entries.map((entry) => {
      const poster = facts.posters?.get(entry.post.key);
      const contentId = poster && `poster-${pictures.length + 1}@meantime`;
      if (poster) pictures.push({ contentId: contentId!, ...poster });
      return lineOf(words, kind, entry, facts, contentId);
    }),
  }));
  const owed = facts.sections.find(({ kind }) => kind === 'YOU_OWE')?.entries ?? [];
  const dueTimes = owed.flatMap(({ expectedResponse }) =>
    expectedResponse?.dueAt ? Date.parse(expectedResponse.dueAt) : [],
  );
  const subject =
    owed.length === 0
      ? say('{organization}: what happened', { organization })
      : say(
          '{count, plural, one {{organization}: 1 answer is waiting on you} other {{organization}: # answers are waiting on you}}',
          { organization, count: owed.length },
        );
  const time = shownAt(facts.periodStart, facts.timeZone, words.locale);
  const greeting = say('Good day, {name}. Since {time}:', { name: facts.name, time });
  const [everything, ending] = [say('Everything at once'), say('No digest by mail')];
  const spans = facts.workingTimes ?? [];
  const fromMs = Date.parse(facts.periodEnd);
  const ribbon = mailRibbon({ fromMs, spans, dueMs: dueTimes, timeZone: facts.timeZone, words });
  return {
    subject,
    replyBy: dueTimes.length > 0 ? new Date(Math.min(...dueTimes)) : undefined,
    pictures,
    text: [
      greeting,
      ...sections.flatMap(({ title, lines }) => ['', title, ...lines.flatMap(inText)]),
      '',
      `${everything}: ${facts.publicUrl}/inbox`,
      ...(facts.unsubscribeUrl ? [`${ending}: ${facts.unsubscribeUrl}`] : []),
    ].join('\n'),
    html: await mailHtml(
      {
        subject,
        preview: sections[0]?.lines.map(({ title }) => title).join(', ') ?? subject,
        organization,
        words,
        footer: [
          { label: everything, url: `${facts.publicUrl}/inbox` },
          ...(facts.unsubscribeUrl ? [{ label: ending, url: facts.unsubscribeUrl }] : []),
        ],
      },
      ink({ fontSize: '17px', lineHeight: '25px', margin: '0 4px 16px' }, greeting),
      ribbon && ribbonRow(ribbon),
      ...sections.flatMap(({ title, lines }) => [
        h('h2', { key: title, className: 'm-ink', style: headingStyle }, title),
        ...lines.map(cardOf),
      ]),
    ),
  };
}

const headingStyle = { color: paint.ink, fontSize: '16px', lineHeight: '22px', margin: '24px 4px 8px' };

function lineOf(
  words: Words,
  kind: DigestSectionKind,
  { thread, post, expectedResponse, excerpt, readingSeconds, listeningSeconds }: DigestEntryView,
  { publicUrl, timeZone, periodEnd }: DigestMailFacts,
  contentId: string | undefined,
): Line {
  const { say, locale } = words;
  const dueAt = kind === 'YOU_OWE' ? expectedResponse?.dueAt : undefined;
  const time = dueAt && shownAt(dueAt, timeZone, locale);
  const place = { name: post.author.name, channel: thread.channel.name };
  const isOverdue = dueAt && Date.parse(dueAt) <= Date.parse(periodEnd);
  return {
    title: thread.title,
    link: `${publicUrl}/t/${thread.id}?post=${post.id}`,
    isOwed: kind === 'YOU_OWE',
    act: kind === 'YOU_OWE' ? say('Answer') : say('Open'),
    by: [say('{name} in {channel}', place), post.publishedAt && shownAt(post.publishedAt, timeZone, locale)]
      .filter(Boolean)
      .join(', '),
    excerpt,
    due: !time ? '' : isOverdue ? say('was due {time}', { time }) : say('by {time}', { time }),
    takes: duration(words, readingSeconds, listeningSeconds),
    contentId,
  };
}

const inText = (line: Line): string[] => [
  '',
  [line.title, line.due].filter(Boolean).join(', '),
  [line.by, line.takes].filter(Boolean).join(', '),
  ...(line.excerpt ? [line.excerpt] : []),
  `${line.act}: ${line.link}`,
];

const cardOf = (line: Line): ReactNode =>
  card(
    ink({}, link(line.link, line.title), ...(line.due ? [' ', warm(line.due)] : [])),
    quiet({}, [line.by, line.takes].filter(Boolean).join(', ')),
    line.contentId &&
      link(
        line.link,
        h(Img, { src: `cid:${line.contentId}`, alt: line.title, width: 240, loading: 'lazy', style: posterStyle }),
      ),
    line.excerpt && ink({ margin: '8px 0 0' }, written(line.excerpt)),
    line.isOwed ? act(line.link, line.act) : quiet({ margin: '8px 0 0' }, link(line.link, line.act)),
  );

const posterStyle = { borderRadius: '8px', margin: '10px 0 0', maxWidth: '100%', height: 'auto' };
