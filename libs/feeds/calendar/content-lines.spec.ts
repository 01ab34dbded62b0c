import fc from 'fast-check';
import ICAL from 'ical.js';
import { contentLines, instantValue, offsetValue, textValue, wallValue } from './content-lines.js';

/** A calendar with one property, read by another's hand. */
function readBack(text: string): string {
  const lines = ['BEGIN:VCALENDAR', `X-TEXT;VALUE=TEXT:${textValue(text)}`, 'END:VCALENDAR'];
  const component = new ICAL.Component(ICAL.parse(contentLines(lines)) as never);
  return component.getFirstPropertyValue('x-text') as string;
}

const anyText = fc.string({ unit: 'binary', maxLength: 400 });
// Signs that mean something to a calendar, often.
const awkwardText = fc
  .array(fc.constantFrom('\\', ';', ',', ':', '"', '\n', '\\n', 'ä', '👩‍🔧', ' ', 'BEGIN:VEVENT', 'x'), {
    maxLength: 200,
  })
  .map((parts) => parts.join(''));

describe('lines of a calendar', () => {
  it('are at most 75 octets long, end with CR LF and break within no character', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, awkwardText), (text) => {
        const written = contentLines([`SUMMARY:${textValue(text)}`]);
        expect(written.endsWith('\r\n')).toBe(true);
        const lines = written.slice(0, -2).split('\r\n');
        for (const [index, line] of lines.entries()) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(line.startsWith(' ')).toBe(index > 0);
          expect(Buffer.from(line).toString()).toBe(line);
        }
        expect(written.slice(0, -2).replaceAll('\r\n ', '')).toBe(`SUMMARY:${textValue(text)}`);
      }),
    );
  });

  it('say the same to another parser', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        expect(readBack(text)).toBe(text);
      }),
    );
  });

  it('leave out what a calendar cannot say, and know one end of a line', () => {
    expect(textValue('a\u0000b\u001bc\ud800d')).toBe('abcd');
    expect(textValue('a\r\nb\rc\u2028d')).toBe('a\\nb\\nc\\nd');
  });

  it('write instants and offsets', () => {
    expect(instantValue('2026-11-23T09:00:30.120Z')).toBe('20261123T090030Z');
    expect(wallValue(Date.parse('2026-11-23T09:00:00Z'), 5.5 * 3_600_000)).toBe('20261123T143000');
    expect([3_600_000, -12_600_000, 0, -2_670_000].map(offsetValue)).toEqual(['+0100', '-0330', '+0000', '-004430']);
  });
});
