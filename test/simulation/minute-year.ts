import type { WorkingCalendar } from '#working-time';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const names = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number): string => names[(day + 3) % 7]!;
const dayOf = (localMinute: number): number => Math.floor(localMinute / DAY_MINUTES);
export const dayOfDate = (date: string): number => Date.parse(date) / 86_400_000;

/** What the wall of a zone shows at each minute of some time: asked of the runtime, without arithmetic on offsets. */
export class WallOfZone {
  /** Minutes of the wall since 1970, by minutes since the start. */
  readonly shown: Int32Array;

  constructor(
    zone: string,
    readonly fromMs: number,
    readonly toMs: number,
  ) {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    const read = (minute: number): number => {
      const text = format.format(fromMs + minute * MINUTE_MS);
      return Date.parse(`${text.slice(0, 10)}T${text.slice(11, 16)}Z`) / MINUTE_MS;
    };
    const length = Math.round((toMs - fromMs) / MINUTE_MS);
    this.shown = new Int32Array(length);
    // Where a wall has moved on by sixty minutes in an hour it has moved minute by minute; else each is asked for.
    for (let hour = 0; hour < length; hour += 60) {
      const [first, next] = [read(hour), read(hour + 60)];
      for (let at = hour; at < Math.min(hour + 60, length); at++)
        this.shown[at] = next - first === 60 ? first + at - hour : read(at);
    }
  }
}

interface Span {
  startMs: number;
  endMs: number;
}

/** A calendar's working time, laid out minute by minute after the words of the rule. What the hub says is held to it. */
export class MinuteYear {
  private readonly works: Uint8Array;
  private readonly spans: Span[] = [];
  /** Working days in order, each with its end, and by minute the latest that it belongs to. */
  private readonly days: { day: number; endMs: number }[] = [];
  private readonly fromMs: number;

  constructor(
    calendar: WorkingCalendar,
    private readonly wall: WallOfZone,
  ) {
    this.fromMs = wall.fromMs;
    const off = new Set(calendar.daysOff.flatMap(({ from, to }) => daysBetween(dayOfDate(from), dayOfDate(to))));
    const ends = new Map<number, number>();
    const table = minutesOfWeek(calendar);
    this.works = new Uint8Array(wall.shown.length);
    for (let at = 0; at < wall.shown.length; at++) {
      const shown = wall.shown[at]!;
      const ms = this.fromMs + at * MINUTE_MS;
      const flags = flagsAt(table, shown, off);
      if (flags === 0 || calendar.focus?.some(({ startMs, endMs }) => startMs <= ms && ms < endMs)) continue;
      this.works[at] = 1;
      if (flags & TONIGHT) ends.set(dayOf(shown) - 1, ms + MINUTE_MS);
      if (flags & TODAY) ends.set(dayOf(shown), ms + MINUTE_MS);
      const last = this.spans.at(-1);
      if (last?.endMs === ms) last.endMs = ms + MINUTE_MS;
      else this.spans.push({ startMs: ms, endMs: ms + MINUTE_MS });
    }
    this.days = [...ends].map(([day, endMs]) => ({ day, endMs })).sort((a, b) => a.day - b.day);
    this.off = off;
    this.table = table;
  }

  private readonly off: ReadonlySet<number>;
  private readonly table: Uint8Array;

  isWorking(ms: number): boolean {
    return this.works[Math.floor((ms - this.fromMs) / MINUTE_MS)] === 1;
  }

  next(ms: number): number | undefined {
    const span = this.spans[this.spanEndingAfter(ms)];
    return span && Math.max(span.startMs, ms);
  }

  /** When so much working time has passed. */
  after(fromMs: number, durationMs: number): number | undefined {
    let leftMs = durationMs;
    for (let at = this.spanEndingAfter(fromMs); at < this.spans.length; at++) {
      const startMs = Math.max(this.spans[at]!.startMs, fromMs);
      if (startMs + leftMs <= this.spans[at]!.endMs) return startMs + leftMs;
      leftMs -= this.spans[at]!.endMs - startMs;
    }
    return undefined;
  }

  /** The end of the n-th working day after the one to which a working instant belongs. */
  endOfDay(workingMs: number, n: number): number | undefined {
    const shown = this.wall.shown[Math.floor((workingMs - this.fromMs) / MINUTE_MS)]!;
    const present = flagsAt(this.table, shown, this.off) & TODAY ? dayOf(shown) : dayOf(shown) - 1;
    return this.days[this.days.findIndex(({ day }) => day === present) + n]?.endMs;
  }

  /** When a wall first shows, or jumps over, one of these minutes of a day, on these weekdays, and not on a day off. */
  shows(times: readonly number[], weekdays: readonly string[]): number[] {
    const found: number[] = [];
    let latest = this.wall.shown[0]!;
    for (let at = 1; at < this.wall.shown.length; at++) {
      const shown = this.wall.shown[at]!;
      let isDue = false;
      for (; latest < shown; latest++) {
        const day = dayOf(latest + 1);
        if (times.includes((latest + 1) % DAY_MINUTES) && weekdays.includes(weekdayOf(day))) isDue = true;
      }
      if (isDue && !this.off.has(dayOf(shown))) found.push(this.fromMs + at * MINUTE_MS);
    }
    return found;
  }

  private spanEndingAfter(ms: number): number {
    let [low, high] = [0, this.spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.spans[middle]!.endMs > ms) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** It belongs to an interval of its own day, or to the night of the day before. */
const TODAY = 1;
const TONIGHT = 2;

/** By minute of the week, days off aside. */
function minutesOfWeek({ week }: WorkingCalendar): Uint8Array {
  const table = new Uint8Array(7 * DAY_MINUTES);
  for (const { day, startMinute, endMinute } of week) {
    const isNight = endMinute <= startMinute;
    const first = names.indexOf(day) * DAY_MINUTES;
    const next = ((names.indexOf(day) + 1) % 7) * DAY_MINUTES;
    for (let minute = 0; minute < DAY_MINUTES; minute++) {
      if (minute >= startMinute && (isNight || minute < endMinute)) table[first + minute]! |= TODAY;
      if (isNight && minute < endMinute) table[next + minute]! |= TONIGHT;
    }
  }
  return table;
}

function flagsAt(table: Uint8Array, shown: number, off: ReadonlySet<number>): number {
  const day = dayOf(shown);
  let flags = table[((day + 3) % 7) * DAY_MINUTES + (shown % DAY_MINUTES)]!;
  if (flags & TODAY && off.has(day)) flags &= ~TODAY;
  if (flags & TONIGHT && off.has(day - 1)) flags &= ~TONIGHT;
  return flags;
}

const daysBetween = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
