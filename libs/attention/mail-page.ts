import type { Words } from '#words';

/** The frame of every mail, and of the page that ends them: readable everywhere, with nothing from elsewhere. */
export const mailPage = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${inHtml(title)}</title></head>` +
  `<body style="font:15px/22px Figtree,system-ui,sans-serif;max-width:600px;margin:0 auto;padding:24px">${body}</body></html>`;

export const inHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A formatter takes milliseconds and memory outside the heap to make; the zones of a team are few. */
const formats = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATS = 100;

/** `Wed 25 Nov, 00:30` on the reader's clock, in their language. */
export function shownAt(instant: string, timeZone: string, locale = 'en-GB'): string {
  const key = `${locale} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    if (formats.size === MOST_FORMATS) formats.clear();
    format = new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(key, format);
  }
  return format.format(new Date(instant));
}

/** How long reading and listening take; empty for what is read at a glance. */
export function duration({ say }: Words, readingSeconds: number, listeningSeconds: number): string {
  const parts: string[] = [];
  const length = `${Math.floor(listeningSeconds / 60)}:${String(listeningSeconds % 60).padStart(2, '0')}`;
  if (listeningSeconds > 0) parts.push(say('{length} to listen', { length }));
  if (readingSeconds >= 60) parts.push(say('{minutes} min to read', { minutes: Math.round(readingSeconds / 60) }));
  return parts.join(', ');
}
