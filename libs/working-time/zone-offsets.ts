import { DAY_MS } from './local-time.js';
import { wallClockFormat } from './time-zone.js';

/** A stretch of instants in which a zone keeps one offset: [startMs, endMs), local = instant + offsetMs. */
export interface OffsetStretch {
  readonly startMs: number;
  readonly endMs: number;
  readonly offsetMs: number;
}

/**
 * Since 1970 no zone has kept an offset for less than 6 days and 23 hours (America/Boa_Vista in 2000; Asia/Gaza will,
 * where Ramadan and summer time end a week apart), nor does tzdata 2025c foresee less.
 */
const PROBE_MS = 5 * DAY_MS;
/** Changes are looked for in pieces of some 13 months, when somebody first asks. */
const PIECE_MS = 80 * PROBE_MS;
/** 1970 to 2100 in pieces. */
const MAX_PIECES = 120;
/** The world has some 600 names of zones; letters in other cases are names too. */
const MAX_ZONES = 1_000;

const zones = new Map<string, ZoneOffsets>();

/**
 * The changes of a zone's clocks, from a bounded cache.
 * @throws RangeError for names that are no zone
 */
export function offsetsOf(zone: string): ZoneOffsets {
  let found = zones.get(zone);
  if (!found) {
    found = new ZoneOffsets(zone);
    if (zones.size >= MAX_ZONES) zones.clear();
    zones.set(zone, found);
  }
  return found;
}

/**
 * Where the offsets of one zone change. Asking the runtime what a wall shows costs microseconds; asked once for each
 * change, the rest is integer arithmetic. A stretch may end, at the end of a piece, without a change.
 */
export class ZoneOffsets {
  private readonly format: Intl.DateTimeFormat;
  private readonly pieces = new Map<number, OffsetStretch[]>();
  /** Instants that are asked for one after the other mostly lie together. */
  private latest: OffsetStretch = { startMs: 0, endMs: 0, offsetMs: 0 };

  constructor(zone: string) {
    this.format = wallClockFormat(zone);
  }

  /** @throws RangeError for what is no instant, such as NaN */
  stretchAt(ms: number): OffsetStretch {
    if (ms >= this.latest.startMs && ms < this.latest.endMs) return this.latest;
    const stretches = this.piece(Math.floor(ms / PIECE_MS));
    this.latest = stretches.find(({ endMs }) => ms < endMs)!;
    return this.latest;
  }

  /** Milliseconds to add to an instant for what the wall shows; positive in the east. */
  at(ms: number): number {
    return this.stretchAt(ms).offsetMs;
  }

  private piece(index: number): OffsetStretch[] {
    let found = this.pieces.get(index);
    if (!found) {
      found = this.probe(index * PIECE_MS, (index + 1) * PIECE_MS);
      if (this.pieces.size >= MAX_PIECES) this.pieces.clear();
      this.pieces.set(index, found);
    }
    return found;
  }

  private probe(fromMs: number, toMs: number): OffsetStretch[] {
    const stretches: OffsetStretch[] = [];
    let startMs = fromMs;
    let offsetMs = this.read(fromMs);
    for (let at = fromMs; at < toMs; at += PROBE_MS) {
      const nextOffsetMs = this.read(at + PROBE_MS);
      if (nextOffsetMs === offsetMs) continue;
      const endMs = this.findChange(at, at + PROBE_MS, offsetMs);
      stretches.push({ startMs, endMs, offsetMs });
      startMs = endMs;
      offsetMs = nextOffsetMs;
    }
    if (startMs < toMs) stretches.push({ startMs, endMs: toMs, offsetMs });
    return stretches;
  }

  /** The first instant after `beforeMs` without that offset, not after `afterMs`. Changes fall on whole seconds. */
  private findChange(beforeMs: number, afterMs: number, offsetMs: number): number {
    let low = beforeMs / 1000;
    let high = afterMs / 1000;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.read(middle * 1000) === offsetMs) low = middle;
      else high = middle;
    }
    return high * 1000;
  }

  private read(wholeSecondMs: number): number {
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of this.format.formatToParts(wholeSecondMs)) part[type] = Number(value);
    const wallMs = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
    return wallMs - wholeSecondMs;
  }
}
