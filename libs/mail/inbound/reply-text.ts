import EmailReplyParser from 'email-reply-parser';

const MOST_CHARACTERS = 40_000;

/** What somebody wrote above what they answer: without quotations and signature. */
export function replyText(text: string): string {
  // Long runs of blank lines make the patterns of the library slow beyond measure.
  const tidy = text
    .replace(/\r\n?/g, '\n')
    .slice(0, 2 * MOST_CHARACTERS)
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/^--$/gm, '-- ')
    .replace(/\n{3,}/g, '\n\n')
    .slice(0, MOST_CHARACTERS);
  return new EmailReplyParser().parseReply(tidy).trim();
}
