import { DAY_MS } from './local-time.js';

/** A stretch of time in which a zone keeps one offset: [startMs, endMs), local = instant + offsetMs. */
export interface OffsetSegment {
  startMs: number;
  endMs: number;
  offsetMs: number;
}

/** Two changes of one zone are never closer than this, so that looking this often finds each of them. */
const PROBE_MS = 2 * DAY_MS;

const formats = new Map<string, Intl.DateTimeFormat>();
/** Segments by zone and year: at most some 600 zones x the years that anybody asks for. */
const years = new Map<string, Map<number, OffsetSegment[]>>();
const MAX_YEARS = 300;
const zones = new Map<string, boolean>();

/** True for IANA names that this runtime knows; offsets such as +01:00 are no zones. */
export function isTimeZone(name: string): boolean {
  const known = zones.get(name);
  if (known !== undefined) return known;
  let valid = false;
  if (/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name)) {
    try {
      formatOf(name);
      valid = true;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  if (zones.size < 5_000) zones.set(name, valid);
  return valid;
}

/** The segment in which an instant lies; it may end at the end of its year without a change. */
export function segmentAt(zone: string, ms: number): OffsetSegment {
  const segments = segmentsOf(zone, new Date(ms).getUTCFullYear());
  for (const segment of segments) if (ms < segment.endMs) return segment;
  return segments.at(-1)!;
}

/** Segments from the one that holds `fromMs` on, without end. */
export function* segmentsFrom(zone: string, fromMs: number): Generator<OffsetSegment> {
  for (let at = fromMs; ; ) {
    const segment = segmentAt(zone, at);
    yield segment;
    at = segment.endMs;
  }
}

export const offsetAt = (zone: string, ms: number): number => segmentAt(zone, ms).offsetMs;

function segmentsOf(zone: string, year: number): OffsetSegment[] {
  let ofZone = years.get(zone);
  if (!ofZone) {
    ofZone = new Map();
    years.set(zone, ofZone);
  }
  let segments = ofZone.get(year);
  if (!segments) {
    if (ofZone.size >= MAX_YEARS) ofZone.clear();
    segments = probeYear(zone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
    ofZone.set(year, segments);
  }
  return segments;
}

function probeYear(zone: string, fromMs: number, toMs: number): OffsetSegment[] {
  const segments: OffsetSegment[] = [];
  let startMs = fromMs;
  let offsetMs = readOffset(zone, fromMs);
  for (let at = fromMs; at < toMs; at += PROBE_MS) {
    const next = Math.min(at + PROBE_MS, toMs - 1);
    const nextOffset = readOffset(zone, next);
    if (nextOffset === offsetMs) continue;
    const changeMs = findChange(zone, at, next, offsetMs);
    segments.push({ startMs, endMs: changeMs, offsetMs });
    startMs = changeMs;
    offsetMs = nextOffset;
  }
  segments.push({ startMs, endMs: toMs, offsetMs });
  return segments;
}

/** The first millisecond after `beforeMs` at which the offset is no longer `offsetMs`; changes fall on whole seconds. */
function findChange(zone: string, beforeMs: number, afterMs: number, offsetMs: number): number {
  let low = Math.floor(beforeMs / 1000);
  let high = Math.ceil(afterMs / 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (readOffset(zone, middle * 1000) === offsetMs) low = middle;
    else high = middle;
  }
  return high * 1000;
}

function readOffset(zone: string, ms: number): number {
  const wholeMs = Math.floor(ms / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(wholeMs)) part[type] = Number(value);
  return Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second) - wholeMs;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      calendar: 'iso8601',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}
