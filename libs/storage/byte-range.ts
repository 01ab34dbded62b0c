import { rangeNotSatisfiable } from './storage.errors.js';
import type { ByteRange } from './storage.port.js';

const isPosition = (position: number | undefined): boolean =>
  position === undefined || (Number.isSafeInteger(position) && position >= 0);

/** @throws HubError `storage.range_not_satisfiable` for a range that no object could have */
export function checkRange(key: string, { start, end }: ByteRange): void {
  if (!isPosition(start) || !isPosition(end) || (end !== undefined && end < (start ?? 0))) {
    throw rangeNotSatisfiable(key);
  }
}

/**
 * The part of an object that a range means; all of it without one.
 * @throws HubError `storage.range_not_satisfiable` where it starts beyond the end
 */
export function resolveRange(key: string, byteSize: number, range: ByteRange): { start: number; end: number } {
  const start = range.start ?? 0;
  const end = Math.min(range.end ?? byteSize - 1, byteSize - 1);
  const asksForAll = range.start === undefined && range.end === undefined;
  if (start >= byteSize && !asksForAll) throw rangeNotSatisfiable(key, byteSize);
  return { start, end };
}
