import { isId } from '#kernel';
import { badCursor } from './graph.errors.js';

/** What one sort key of a list is; `instant?` may be null, for rows that are sorted by a moment they may not have. */
export type CursorKey = 'text' | 'integer' | 'instant' | 'instant?' | 'id';

// As rows carry it: UTC, at most the database's microseconds. There is no year 0 in Postgres.
const instant = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;
const MAX_INTEGER = 2 ** 31 - 1;

const isInstant = (key: unknown): boolean => {
  if (typeof key !== 'string' || !instant.test(key)) return false;
  const ms = Date.parse(key);
  // 2026-02-30 and 24:00 have the right shape, and JavaScript would move them to the next day.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(key.slice(0, 19));
};

const checks: Record<CursorKey, (key: unknown) => boolean> = {
  text: (key) => typeof key === 'string' && !key.includes('\u0000'),
  integer: (key) => Number.isInteger(key) && Math.abs(key as number) <= MAX_INTEGER,
  instant: isInstant,
  'instant?': (key) => key === null || isInstant(key),
  id: (key) => typeof key === 'string' && isId(key),
};

/** The sort keys of a row as an opaque text. */
export const cursorOf = (...keys: (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/**
 * The sort keys inside a cursor. Cursors come back from clients, so nothing in them is believed: what passes here can be
 * given to a statement as it is.
 * @param field the argument that holds the cursor
 * @throws HubError input.bad_cursor
 */
export function readCursor(cursor: string, kinds: readonly CursorKey[], field: string): string[] {
  const keys = parsed(cursor);
  if (Array.isArray(keys) && keys.length === kinds.length && kinds.every((kind, at) => checks[kind](keys[at]))) {
    return keys as string[];
  }
  throw badCursor(field);
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    // No JSON is answered as JSON of another shape.
    return undefined;
  }
}
