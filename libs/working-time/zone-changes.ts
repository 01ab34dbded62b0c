import { offsetsOf } from './zone-offsets.js';

/** An instant at which the clocks of a zone change, and what they add to UTC before and from then on. */
export interface ZoneChange {
  readonly atMs: number;
  readonly beforeMs: number;
  readonly afterMs: number;
}

/**
 * The changes of a zone's clocks after one instant and up to another, in their order.
 * @throws RangeError for names that are no zone
 */
export function zoneChanges(timeZone: string, fromMs: number, toMs: number): ZoneChange[] {
  const offsets = offsetsOf(timeZone);
  const changes: ZoneChange[] = [];
  let { endMs, offsetMs } = offsets.stretchAt(fromMs);
  while (endMs <= toMs) {
    const next = offsets.stretchAt(endMs);
    // A stretch may end without a change.
    if (next.offsetMs !== offsetMs) changes.push({ atMs: endMs, beforeMs: offsetMs, afterMs: next.offsetMs });
    ({ endMs, offsetMs } = next);
  }
  return changes;
}

/** Milliseconds that the clocks of a zone add to UTC at an instant. @throws RangeError for names that are no zone */
export const zoneOffset = (timeZone: string, ms: number): number => offsetsOf(timeZone).at(ms);
