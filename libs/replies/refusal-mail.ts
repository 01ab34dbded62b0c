import type { Mail } from '#mail';

/** What somebody is told whose answer could not be posted: why, and what to do. Never answered by a machine. */
export const refusalMail = (to: string, subject: string, sentence: string, url: string): Mail => ({
  to,
  subject: `Not posted: ${subject.replace(/[\r\n]+/g, ' ').slice(0, 150) || 'your answer'}`,
  text: `Your answer by mail could not be posted.\n\n${sentence}\n\nYou can answer in the hub instead: ${url}\n`,
  headers: { 'Auto-Submitted': 'auto-replied' },
});
