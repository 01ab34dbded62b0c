const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant as clocks in a zone show it. */
export interface Local {
  /** 2026-11-23 */
  date: string;
  /** 10:31 */
  time: string;
}

export function localAt(instant: number, zone: string): Local {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
      hourCycle: 'h23',
      timeZone: zone,
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The instant at which clocks in a zone show it: the first of two where they are turned back, the one after a gap. */
export function instantAt(date: string, time: string, zone: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const shown = (instant: number) => {
    const local = localAt(instant, zone);
    return Date.parse(`${local.date}T${local.time}:00Z`);
  };
  // Offsets before and after the wanted time; the larger one comes first.
  const offsets = [wanted - DAY_MS, wanted + DAY_MS].map((near) => shown(near) - near);
  const candidates = offsets.map((offset) => wanted - offset).toSorted((a, b) => a - b);
  return candidates.find((instant) => shown(instant) === wanted) ?? candidates.at(-1)!;
}

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** 0 is Monday. */
export const weekdayOf = (date: string): number => (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
