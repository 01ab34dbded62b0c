import { DAY_MS, dayOfDate, dayOfLocal, MINUTE_MS, type Weekday, weekdayOfDay } from './local-time.js';
import { joinedSpans, type Span, spanEndingAfter } from './span.js';
import { offsetsOf, type ZoneOffsets } from './zone-offsets.js';

/**
 * Wall-clock minutes [startMinute, endMinute) of a weekday. An end at or before the start lies on the next day: such an
 * interval past midnight belongs, as a whole, to the day on which it starts.
 */
export interface WorkingInterval {
  day: Weekday;
  /** 0 to 1439 */
  startMinute: number;
  /** 1 to 1440 */
  endMinute: number;
}

/** When somebody works. Calendars are values: what is computed of one is kept, so change a copy. */
export interface WorkingCalendar {
  /** IANA name; see `isTimeZone`. */
  timeZone: string;
  /** May overlap: an instant in two intervals is working time once. */
  week: readonly WorkingInterval[];
  /**
   * Local dates off, first and last included. They take away the intervals that start on them, to their ends; the
   * night shift that began on the evening before stays.
   */
  daysOff: readonly { from: string; to: string }[];
  /** Focus blocks: instants that are no working time. */
  focus?: readonly Span[];
}

const weekdayIndex: Record<Weekday, number> = {
  MONDAY: 0,
  TUESDAY: 1,
  WEDNESDAY: 2,
  THURSDAY: 3,
  FRIDAY: 4,
  SATURDAY: 5,
  SUNDAY: 6,
};

const NONE: readonly number[] = [];
const readied = new WeakMap<WorkingCalendar, ReadyCalendar>();

/** A calendar in the form in which it is computed with. */
export class ReadyCalendar {
  readonly offsets: ZoneOffsets;
  /** Sorted and disjoint. */
  readonly focus: readonly Span[];
  /** By weekday: start, end, start, end … in milliseconds after midnight, by start. */
  private readonly week: (number[] | undefined)[] = [];
  /** First and last day numbers. */
  private readonly daysOff: readonly (readonly [number, number])[];

  static of(calendar: WorkingCalendar): ReadyCalendar {
    let ready = readied.get(calendar);
    if (!ready) {
      ready = new ReadyCalendar(calendar);
      readied.set(calendar, ready);
    }
    return ready;
  }

  private constructor(calendar: WorkingCalendar) {
    this.offsets = offsetsOf(calendar.timeZone);
    this.focus = joinedSpans(calendar.focus ?? []);
    this.daysOff = calendar.daysOff.map(({ from, to }) => [dayOfDate(from), dayOfDate(to)]);
    for (const { day, startMinute, endMinute } of calendar.week) {
      const startMs = startMinute * MINUTE_MS;
      const endMs = endMinute * MINUTE_MS + (endMinute <= startMinute ? DAY_MS : 0);
      insert(startMs, endMs, this.ofWeekday(weekdayIndex[day]));
    }
  }

  /** The intervals that start on a local day: start, end, start, end … in milliseconds after its midnight, by start. */
  intervalsOf(day: number): readonly number[] {
    const intervals = this.week[weekdayOfDay(day)];
    return intervals && !this.daysOff.some(([from, to]) => day >= from && day <= to) ? intervals : NONE;
  }

  /**
   * The local day to which an instant belongs as working time, focus blocks aside: after midnight in a night shift,
   * the day before, unless an interval of the new day has begun too. Undefined outside working time.
   */
  workingDayAt(ms: number): number | undefined {
    const localMs = ms + this.offsets.at(ms);
    const today = dayOfLocal(localMs);
    for (const day of [today, today - 1]) {
      const intervals = this.intervalsOf(day);
      const sinceMidnightMs = localMs - day * DAY_MS;
      for (let i = 0; i < intervals.length; i += 2) {
        if (sinceMidnightMs >= intervals[i]! && sinceMidnightMs < intervals[i + 1]!) return day;
      }
    }
    return undefined;
  }

  isFocus(ms: number): boolean {
    const block = this.focus[spanEndingAfter(this.focus, ms)];
    return block !== undefined && block.startMs <= ms;
  }

  private ofWeekday(index: number): number[] {
    const found = this.week[index] ?? [];
    this.week[index] = found;
    return found;
  }
}

/** Keeps the starts in order; mostly they come in order. */
function insert(startMs: number, endMs: number, intervals: number[]): void {
  let place = intervals.length;
  while (place > 0 && intervals[place - 2]! > startMs) place -= 2;
  if (place === intervals.length) intervals.push(startMs, endMs);
  else intervals.splice(place, 0, startMs, endMs);
}
