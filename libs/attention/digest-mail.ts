import type { DigestSectionKind } from './digest-contents.js';
import type { DigestSectionView } from './digest-entries.js';
import { duration, inHtml, mailPage, shownAt } from './mail-page.js';

export interface DigestMailFacts {
  name: string;
  organization: string;
  timeZone: string;
  publicUrl: string;
  periodEnd: string;
  sections: readonly DigestSectionView[];
}

export interface DigestMail {
  subject: string;
  text: string;
  html: string;
  /** The earliest time by which an answer is owed, for the Reply-By header (RFC 2156); undefined where none is. */
  replyBy: Date | undefined;
}

const titles: Record<DigestSectionKind, string> = {
  YOU_OWE: 'Waiting on you',
  ANSWERS_TO_YOU: 'Answers to you',
  MENTIONS: 'Mentions',
  CONCLUSIONS: 'Conclusions',
  FOLLOWED: 'Threads you follow',
  FYI: 'For your information',
};

/** A digest as a mail: the same in plain text and in HTML, times in the reader's zone, nothing that tracks. */
export function digestMail(facts: DigestMailFacts): DigestMail {
  const sections = facts.sections.map(({ kind, entries }) => ({
    title: titles[kind],
    lines: entries.map(({ thread, post, expectedResponse, excerpt, readingSeconds, listeningSeconds }) => ({
      title: thread.title,
      link: `${facts.publicUrl}/t/${thread.id}`,
      by: `${post.author.name} in ${thread.channel.name}`,
      excerpt,
      due: expectedResponse?.dueAt && kind === 'YOU_OWE' ? `by ${shownAt(expectedResponse.dueAt, facts.timeZone)}` : '',
      takes: duration(readingSeconds, listeningSeconds),
    })),
  }));
  const owed = facts.sections.find(({ kind }) => kind === 'YOU_OWE')?.entries ?? [];
  const dueTimes = owed.flatMap(({ expectedResponse }) =>
    expectedResponse?.dueAt ? Date.parse(expectedResponse.dueAt) : [],
  );
  const subject =
    owed.length === 0
      ? `${facts.organization}: what happened`
      : `${facts.organization}: ${owed.length} ${owed.length === 1 ? 'answer is' : 'answers are'} waiting on you`;
  return {
    subject,
    replyBy: dueTimes.length > 0 ? new Date(Math.min(...dueTimes)) : undefined,
    text: [
      `Good day, ${facts.name}.`,
      ...sections.flatMap(({ title, lines }) => [
        '',
        title,
        ...lines.flatMap((line) => [
          '',
          [line.title, line.due].filter(Boolean).join(', '),
          [line.by, line.takes].filter(Boolean).join(', '),
          ...(line.excerpt ? [line.excerpt] : []),
          line.link,
        ]),
      ]),
      '',
      `Everything at once: ${facts.publicUrl}/inbox`,
    ].join('\n'),
    html: mailPage(
      subject,
      `<p>Good day, ${inHtml(facts.name)}.</p>${sections
        .map(
          ({ title, lines }) =>
            `<h2 style="font-size:16px;margin:24px 0 8px">${title}</h2>${lines
              .map(
                (line) =>
                  `<p style="margin:0 0 16px"><a href="${inHtml(line.link)}" style="color:#195c69;font-weight:600">${inHtml(line.title)}</a>` +
                  `${line.due ? ` <span style="color:#aa4c23">${inHtml(line.due)}</span>` : ''}<br>` +
                  `<span style="color:#5b6b6f;font-size:13px">${inHtml([line.by, line.takes].filter(Boolean).join(', '))}</span>` +
                  `${line.excerpt ? `<br>${inHtml(line.excerpt)}` : ''}</p>`,
              )
              .join('')}`,
        )
        .join('')}<p><a href="${inHtml(facts.publicUrl)}/inbox" style="color:#195c69">Everything at once</a></p>`,
    ),
  };
}
