/** Names that people can send are without number, and each known one costs some kilobytes of format. */
const MAX_CACHED = 1_000;

const validity = new Map<string, boolean>();

/**
 * True for IANA names that this runtime knows, old names and `UTC` included. Offsets such as `+01:00` are none: they
 * know nothing of changes of the clocks.
 */
export function isTimeZone(name: string): boolean {
  const known = validity.get(name);
  if (known !== undefined) return known;
  const valid = /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name) && canFormat(name);
  if (validity.size >= MAX_CACHED) validity.clear();
  validity.set(name, valid);
  return valid;
}

function canFormat(zone: string): boolean {
  try {
    wallClockFormat(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** @throws RangeError for names that are no zone */
export const wallClockFormat = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
