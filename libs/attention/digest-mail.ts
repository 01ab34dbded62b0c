import type { Id } from '#kernel';
import type { Poster } from '#media';
import type { DigestSectionKind } from './digest-contents.js';
import type { DigestEntryView, DigestSectionView } from './digest-entries.js';
import { duration, inHtml, mailPage, shownAt } from './mail-page.js';

export interface DigestMailFacts {
  name: string;
  organization: string;
  timeZone: string;
  publicUrl: string;
  periodStart: string;
  periodEnd: string;
  sections: readonly DigestSectionView[];
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
export function digestMail(facts: DigestMailFacts): DigestMail {
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
    html: mailPage(
      subject,
      `<p>Good day, ${inHtml(facts.name)}. ${inHtml(since)}</p>${sections
        .map(
          ({ title, lines }) =>
            `<h2 style="font-size:16px;margin:24px 0 8px">${title}</h2>${lines.map(inParagraph).join('')}`,
        )
        .join('')}<p><a href="${inHtml(facts.publicUrl)}/inbox" style="color:#195c69">Everything at once</a></p>` +
        `${facts.unsubscribeUrl ? `<p style="font-size:13px"><a href="${inHtml(facts.unsubscribeUrl)}" style="color:#5b6b6f">No digest by mail</a></p>` : ''}`,
    ),
  };
}

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

const inParagraph = (line: Line): string =>
  `<p style="margin:0 0 16px"><a href="${inHtml(line.link)}" style="color:#195c69;font-weight:600">${inHtml(line.title)}</a>` +
  `${line.due ? ` <span style="color:#aa4c23">${inHtml(line.due)}</span>` : ''}<br>` +
  `<span style="color:#5b6b6f;font-size:13px">${inHtml([line.by, line.takes].filter(Boolean).join(', '))}</span>` +
  `${line.contentId ? `<br><a href="${inHtml(line.link)}"><img src="cid:${line.contentId}" alt="" width="240" style="border-radius:8px;margin:6px 0;max-width:100%;height:auto"></a>` : ''}` +
  `${line.excerpt ? `<br>${inHtml(line.excerpt)}` : ''}` +
  `<br><a href="${inHtml(line.link)}" style="color:#195c69;font-size:13px">${line.act}</a></p>`;
