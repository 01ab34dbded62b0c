import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isTimeZone, parseLocalTime } from '#working-time';
import { badScalar } from './graph.errors.js';

/** A scalar that is checked text on the way in and passes through on the way out: rows carry the API's text already. */
function textScalar(name: string, description: string, check: (text: string) => string | undefined): GraphQLScalarType {
  const parse = (value: unknown): string => {
    const checked = typeof value === 'string' ? check(value) : undefined;
    if (checked === undefined) throw badScalar(name, value, description);
    return checked;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => (value instanceof Date ? value.toISOString() : value),
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;
// One @ with something on both sides, no spaces and no control characters: whether a mailbox exists, only a mail can tell (RFC 5321 allows more than patterns can).
const mailAddress = /^[^\s\p{Cc}@<>"]{1,64}@[^\s\p{Cc}@<>"]{1,190}$/u;

export const DateTime = textScalar(
  'DateTime',
  'An instant, ISO 8601; always served in UTC with milliseconds: 2026-11-23T09:00:00.000Z.',
  (text) => {
    const ms = isoInstant.test(text) && isRealDate(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
  },
);

export const LocalDate = textScalar('LocalDate', 'A calendar date without a zone: 2026-11-23.', (text) =>
  isoDate.test(text) && isRealDate(text) ? text : undefined,
);

export const LocalTime = textScalar(
  'LocalTime',
  'A wall-clock time of day, 24 hours: 09:30. 24:00 is the end of a day.',
  (text) => (parseLocalTime(text) === undefined ? undefined : text),
);

export const TimeZone = textScalar('TimeZone', 'An IANA time zone name: Europe/Berlin.', (text) =>
  isTimeZone(text) ? text : undefined,
);

export const Markdown = textScalar('Markdown', 'CommonMark text; raw HTML in it is shown as text.', (text) =>
  text.includes('\u0000') ? undefined : text,
);

export const Url = textScalar('URL', 'An absolute URL.', (text) => (URL.canParse(text) ? text : undefined));

export const EmailAddress = textScalar('EmailAddress', 'A mail address: mira@example.org.', (text) =>
  mailAddress.test(text.trim()) ? text.trim().toLowerCase() : undefined,
);

const byteCount = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw badScalar('ByteCount', value, 'A whole number of bytes, up to 2^53 - 1.');
  }
  return value;
};

export const ByteCount = new GraphQLScalarType({
  name: 'ByteCount',
  description: 'A whole number of bytes, up to 2^53 - 1.',
  serialize: Number,
  parseValue: byteCount,
  parseLiteral: (node: ValueNode) => byteCount(node.kind === Kind.INT ? Number(node.value) : undefined),
});

/** 2026-02-30 has the right shape and does not exist. */
function isRealDate(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}
