/** The frame of every mail, and of the page that ends them: readable everywhere, with nothing from elsewhere. */
export const mailPage = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${inHtml(title)}</title></head>` +
  `<body style="font:15px/22px Figtree,system-ui,sans-serif;max-width:600px;margin:0 auto;padding:24px">${body}</body></html>`;

export const inHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A formatter takes milliseconds and memory outside the heap to make; the zones of a team are few. */
const formats = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATS = 100;

/** `Wed 25 Nov, 00:30` on the reader's clock. */
export function shownAt(instant: string, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    if (formats.size === MOST_FORMATS) formats.clear();
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(new Date(instant));
}

/** How long reading and listening take; empty for what is read at a glance. */
export function duration(readingSeconds: number, listeningSeconds: number): string {
  const parts: string[] = [];
  if (listeningSeconds > 0)
    parts.push(`${Math.floor(listeningSeconds / 60)}:${String(listeningSeconds % 60).padStart(2, '0')} to listen`);
  if (readingSeconds >= 60) parts.push(`${Math.round(readingSeconds / 60)} min to read`);
  return parts.join(', ');
}
