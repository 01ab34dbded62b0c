import { Buffer } from 'node:buffer';

/** Octets of a line without its end. @see RFC 5545, section 3.1 */
const MOST_OCTETS = 75;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what iCalendar does not allow
const unwritable = /\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

/** Text as the value of a property. @see RFC 5545, section 3.3.11 */
export const textValue = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unwritable, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n');

/**
 * Lines as a calendar has them: each ends with CR LF, and no piece is longer than 75 octets. A piece never ends within
 * a character.
 */
export const contentLines = (lines: readonly string[]): string => lines.map((line) => `${folded(line)}\r\n`).join('');

function folded(line: string): string {
  if (Buffer.byteLength(line) <= MOST_OCTETS) return line;
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > MOST_OCTETS) {
      pieces.push(piece);
      // The blank that begins what follows is part of its piece.
      [piece, octets] = ['', 1];
    }
    piece += character;
    octets += more;
  }
  pieces.push(piece);
  return pieces.join('\r\n ');
}

/** 2026-11-23 as 20261123. */
export const dateValue = (date: string): string => date.replaceAll('-', '');

/** 2026-11-23T09:00:00.000Z as 20261123T090000Z: calendars know whole seconds. */
export const instantValue = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

/** What a clock that is so far from UTC shows at an instant, as 20261123T100000. */
export const wallValue = (ms: number, offsetMs: number): string =>
  instantValue(new Date(ms + offsetMs).toISOString()).slice(0, -1);

/** +0100; with seconds where a zone has them. */
export function offsetValue(offsetMs: number): string {
  const seconds = Math.abs(offsetMs) / 1000;
  const digits = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((one) =>
    String(one).padStart(2, '0'),
  );
  if (digits[2] === '00') digits.pop();
  return `${offsetMs < 0 ? '-' : '+'}${digits.join('')}`;
}
