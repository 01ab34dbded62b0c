import { type ZoneChange, zoneChanges, zoneOffset } from '#working-time';
import { offsetValue, wallValue } from './content-lines.js';

/**
 * A zone as calendars read it, from its changes between two instants: one observance for each pair of offsets, with the
 * days on which it began. After the last of them a reader goes on with what was then.
 * @see RFC 5545, section 3.6.5
 */
export function timeZoneLines(timeZone: string, fromMs: number, toMs: number): string[] {
  const offsetMs = zoneOffset(timeZone, fromMs);
  const first: ZoneChange = { atMs: fromMs, beforeMs: offsetMs, afterMs: offsetMs };
  const observances = new Map<string, ZoneChange[]>();
  for (const change of [first, ...zoneChanges(timeZone, fromMs, toMs)]) {
    const pair = `${change.beforeMs} ${change.afterMs}`;
    const same = observances.get(pair);
    if (same) same.push(change);
    else observances.set(pair, [change]);
  }
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...[...observances.values()].flatMap((changes) => observance(changes)),
    'END:VTIMEZONE',
  ];
}

function observance(changes: readonly ZoneChange[]): string[] {
  const { beforeMs, afterMs } = changes[0]!;
  const name = afterMs > beforeMs ? 'DAYLIGHT' : 'STANDARD';
  // When it began, on the clocks as they were before.
  const [start, ...others] = changes.map(({ atMs }) => wallValue(atMs, beforeMs));
  return [
    `BEGIN:${name}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${offsetValue(beforeMs)}`,
    `TZOFFSETTO:${offsetValue(afterMs)}`,
    // A line each: some programs read the first date of a line only.
    ...others.map((date) => `RDATE:${date}`),
    `END:${name}`,
  ];
}
