import { Img } from '@react-email/img';
import { createElement as h, type ReactNode } from 'react';
import type { Id } from '#kernel';
import type { Poster } from '#media';
import type { DigestSectionKind } from '../digest-contents.js';
import type { DigestEntryView, DigestSectionView } from '../digest-entries.js';
import { duration, shownAt } from '../mail-page.js';
import { act, card, ink, link, mailHtml, paint, quiet, warm } from './mail-frame.js';
import { mailRibbon } from './mail-ribbon.js';
import { ribbonRow } from './ribbon-row.js';

export interface DigestMailFacts {
  name: string;
  organization: string;
  timeZone: string;
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
  by: string;
  excerpt: string;
  due: string;
  takes: string;
  contentId: string | undefined;
}

/** A digest as a mail: the same in plain text and in HTML, times in the reader's zone, nothing that tracks. */
export async function digestMail(facts: DigestMailFacts): Promise<DigestMail> {
  const pictures: DigestMail['pictures'] = [];
  const sections = facts.sections.map(({ kind, entries }) => ({
    title: titles[kind],
    lines: entries.map((entry) => {
      const poster = facts.posters?.get(entry.post.key);
      const contentId = poster && `poster-${pictures.length + 1}@meantime`;
      if (poster) pictures.push({ contentId: contentId!, ...poster });
      return lineOf(kind, entry, facts, contentId);
    }),
  }));
  const owed = facts.sections.find(({ kind }) => kind === 'YOU_OWE')?.entries ?? [];
  const dueTimes = owed.flatMap(({ expectedResponse }) =>
    expectedResponse?.dueAt ? Date.parse(expectedResponse.dueAt) : [],
  );
  const subject =
    owed.length === 0
      ? `${facts.organization}: what happened`
      : `${facts.organization}: ${owed.length} ${owed.length === 1 ? 'answer is' : 'answers are'} waiting on you`;
  const since = `Since ${shownAt(facts.periodStart, facts.timeZone)}:`;
  const spans = facts.workingTimes ?? [];
  const { timeZone } = facts;
  const ribbon = mailRibbon({ fromMs: Date.parse(facts.periodEnd), spans, dueMs: dueTimes, timeZone });
  return {
    subject,
    replyBy: dueTimes.length > 0 ? new Date(Math.min(...dueTimes)) : undefined,
    pictures,
    text: [
      `Good day, ${facts.name}. ${since}`,
      ...sections.flatMap(({ title, lines }) => ['', title, ...lines.flatMap(inText)]),
      '',
      `Everything at once: ${facts.publicUrl}/inbox`,
      ...(facts.unsubscribeUrl ? [`No digest by mail: ${facts.unsubscribeUrl}`] : []),
    ].join('\n'),
    html: await mailHtml(
      {
        subject,
        preview: sections[0]?.lines.map(({ title }) => title).join(', ') ?? subject,
        organization: facts.organization,
        footer: [
          { label: 'Everything at once', url: `${facts.publicUrl}/inbox` },
          ...(facts.unsubscribeUrl ? [{ label: 'No digest by mail', url: facts.unsubscribeUrl }] : []),
        ],
      },
      ink({ fontSize: '17px', lineHeight: '25px', margin: '0 4px 16px' }, `Good day, ${facts.name}. ${since}`),
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
  kind: DigestSectionKind,
  { thread, post, expectedResponse, excerpt, readingSeconds, listeningSeconds }: DigestEntryView,
  { publicUrl, timeZone, periodEnd }: DigestMailFacts,
  contentId: string | undefined,
): Line {
  const dueAt = kind === 'YOU_OWE' ? expectedResponse?.dueAt : undefined;
  const isOverdue = dueAt && Date.parse(dueAt) <= Date.parse(periodEnd);
  return {
    title: thread.title,
    link: `${publicUrl}/t/${thread.id}?post=${post.id}`,
    act: kind === 'YOU_OWE' ? 'Answer' : 'Open',
    by: [`${post.author.name} in ${thread.channel.name}`, post.publishedAt && shownAt(post.publishedAt, timeZone)]
      .filter(Boolean)
      .join(', '),
    excerpt,
    due: dueAt ? `${isOverdue ? 'was due' : 'by'} ${shownAt(dueAt, timeZone)}` : '',
    takes: duration(readingSeconds, listeningSeconds),
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
    line.excerpt && ink({ margin: '8px 0 0' }, line.excerpt),
    line.act === 'Answer' ? act(line.link, line.act) : quiet({ margin: '8px 0 0' }, link(line.link, line.act)),
  );

const posterStyle = { borderRadius: '8px', margin: '10px 0 0', maxWidth: '100%', height: 'auto' };
