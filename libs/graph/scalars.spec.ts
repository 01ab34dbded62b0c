import fc from 'fast-check';
import { GraphQLError, type GraphQLScalarType, Kind } from 'graphql';
import { ByteCount, DateTime, EmailAddress, LocalDate, LocalTime, Markdown, TimeZone, Url } from './scalars.js';

const textScalars = [DateTime, LocalDate, LocalTime, Markdown, TimeZone, Url, EmailAddress];

/** What is refused is refused alike as a variable and in the document. */
const refused = (scalar: GraphQLScalarType, value: string): void => {
  for (const read of [() => scalar.parseValue(value), () => scalar.parseLiteral({ kind: Kind.STRING, value })]) {
    expect(read).toThrow(GraphQLError);
    expect(read).toThrow(expect.objectContaining({ extensions: { code: 'INVALID_INPUT', reason: 'input.malformed' } }));
  }
};

describe('DateTime', () => {
  it.each([
    ['2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23T09:00Z', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23T09:00:00+09:00', '2026-11-23T00:00:00.000Z'],
    ['2024-02-29T23:59:59.999-11:30', '2024-03-01T11:29:59.999Z'],
    ['2026-11-23T09:00:00.123456789Z', '2026-11-23T09:00:00.123Z'],
  ])('reads %s as %s', (text, instant) => {
    expect(DateTime.parseValue(text)).toBe(instant);
    expect(DateTime.parseLiteral({ kind: Kind.STRING, value: text })).toBe(instant);
  });

  it.each([
    '2026-11-23',
    '2026-11-23T09:00:00',
    '2026-02-30T09:00:00Z',
    '2025-02-29T09:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-23T25:00:00Z',
    '2026-11-23T09:60:00Z',
    '23 Nov 2026',
    '1795424400000',
    'now',
    '',
    'infinity',
    '2026-11-23T09:00:00+99:00',
    '+012026-11-23T09:00:00Z',
    '２０２６-11-23T09:00:00Z',
    '2026-11-23T09:00:00Z\n',
  ])('refuses %p', (text) => refused(DateTime, text));

  it('shows every instant so that it reads it back', () => {
    const range = {
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    };
    fc.assert(
      fc.property(fc.date(range), (date) => {
        expect(DateTime.parseValue(DateTime.serialize(date))).toBe(date.toISOString());
      }),
    );
  });
});

describe('LocalDate', () => {
  it('is every day of the calendar', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(LocalDate.parseValue(day)).toBe(day);
        },
      ),
    );
  });
  it.each(['2026-02-29', '2026-04-31', '2026-00-10', '2026-1-1', '2026-11-23T00:00:00Z', '', 'today'])(
    'is not %p',
    (text) => refused(LocalDate, text),
  );
});

describe('LocalTime', () => {
  it.each(['00:00', '09:30', '23:59', '24:00'])('is %s', (text) => {
    expect(LocalTime.parseValue(text)).toBe(text);
  });
  it.each(['24:01', '9:30', '09:60', '09:30:00', '-1:00', '', '9 am'])('is not %p', (text) => refused(LocalTime, text));
});

describe('TimeZone', () => {
  it.each(['Europe/Berlin', 'Asia/Tokyo', 'Asia/Kathmandu', 'UTC'])('is %s', (zone) => {
    expect(TimeZone.parseValue(zone)).toBe(zone);
  });
  it.each(['Europe/Atlantis', '', 'Berlin', '../etc/passwd', 'Europe/Berlin\u0000'])('is not %p', (zone) =>
    refused(TimeZone, zone),
  );
});

describe('EmailAddress', () => {
  it('is kept without spaces around it and in small letters', () => {
    expect(EmailAddress.parseValue('  Mira@Example.ORG ')).toBe('mira@example.org');
  });
  it.each([
    'mira',
    'mira@',
    '@example.org',
    'a@b@c',
    'a b@example.org',
    'mira@example.org\r\nBcc: x@y.example',
    '<a@b.example>',
    `${'a'.repeat(65)}@b.example`,
    'a\u0000@b.example',
  ])('is not %p', (text) => refused(EmailAddress, text));
  it('never has what would start another header', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '@', '.', ' ', '\r', '\n', '<', '>', '\u0000', 'é') }),
        (text) => {
          let address = '';
          try {
            address = EmailAddress.parseValue(text) as string;
          } catch {
            return;
          }
          for (const sign of '\r\n\u0000<>') expect(address).not.toContain(sign);
          expect(address.split('@')).toHaveLength(2);
        },
      ),
    );
  });
});

describe('ByteCount', () => {
  it.each([0, 1, Number.MAX_SAFE_INTEGER])('is %d', (count) => {
    expect(ByteCount.parseValue(count)).toBe(count);
    expect(ByteCount.parseLiteral({ kind: Kind.INT, value: String(count) })).toBe(count);
  });
  it.each([-1, 1.5, Number.MAX_SAFE_INTEGER + 1, Number.NaN, '5', null, true])('is not %p', (value) => {
    expect(() => ByteCount.parseValue(value)).toThrow(GraphQLError);
  });
});

it.each(textScalars)('%s is a text and nothing else', (scalar) => {
  for (const value of [null, 7, true, {}, [], ['2026-11-23']]) {
    expect(() => scalar.parseValue(value)).toThrow(GraphQLError);
  }
  for (const literal of [
    { kind: Kind.INT, value: '7' },
    { kind: Kind.NULL },
    { kind: Kind.LIST, values: [] },
  ] as const) {
    expect(() => scalar.parseLiteral(literal)).toThrow(GraphQLError);
  }
});

it('a refusal shows the beginning of what was sent, not all of it', () => {
  expect(() => TimeZone.parseValue('x'.repeat(100_000))).toThrow(
    expect.objectContaining({ message: expect.stringMatching(/^.{1,250}$/) }),
  );
});

it('U+0000 is in no Markdown, and everything else may be', () => {
  refused(Markdown, 'a\u0000b');
  expect(Markdown.parseValue('# Tag\n<b>ü</b> 🌲')).toBe('# Tag\n<b>ü</b> 🌲');
});
