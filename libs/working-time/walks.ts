import type { ReadyCalendar } from './calendar.js';
import { DAY_MS, dayOfLocal } from './local-time.js';
import { spanEndingAfter } from './span.js';
import type { OffsetStretch } from './zone-offsets.js';

// Walks are cursors, not generators: nothing is allocated for each step, and a hub steps millions of times an hour.

/**
 * Walks over the intervals of a calendar as they lie in elapsed time from `fromMs` on, focus blocks and overlaps
 * included, in the order of their starts. The last one starts before `untilMs` and is not cut there.
 *
 * An instant is working time by what the wall shows then. While a zone keeps one offset, wall and elapsed time run
 * alike; so each such stretch is laid over the intervals on its own. A start in a gap thereby begins at the gap's end,
 * a repeated hour is there twice, and an interval that a change of the clocks shows in two parts comes in two parts.
 */
export class IntervalWalk {
  startMs = 0;
  endMs = 0;
  /** The local day on which the interval starts, in days since 1970-01-01. */
  day = 0;

  private stretch!: OffsetStretch;
  private lastDay = 0;
  private midnightMs = 0;
  private intervals: readonly number[] = [];
  private at = 0;

  /** `untilMs` may be moved on while walking. */
  constructor(
    private readonly calendar: ReadyCalendar,
    private readonly fromMs: number,
    public untilMs: number,
  ) {
    this.enter(fromMs);
  }

  /** Moves on to the next interval; false where none starts before `untilMs`. */
  next(): boolean {
    for (;;) {
      while (this.at < this.intervals.length) {
        const startMs = this.midnightMs + this.intervals[this.at]!;
        const endMs = this.midnightMs + this.intervals[this.at + 1]!;
        this.at += 2;
        this.startMs = Math.max(startMs, this.stretch.startMs, this.fromMs);
        this.endMs = Math.min(endMs, this.stretch.endMs);
        if (this.startMs < this.endMs) return this.startMs < this.untilMs;
      }
      if (this.midnightMs >= this.untilMs) return false;
      if (this.day < this.lastDay) this.open(this.day + 1);
      else if (this.stretch.endMs >= this.untilMs) return false;
      else this.enter(this.stretch.endMs);
    }
  }

  private enter(ms: number): void {
    this.stretch = this.calendar.offsets.stretchAt(ms);
    this.lastDay = dayOfLocal(this.stretch.endMs - 1 + this.stretch.offsetMs);
    // From the day before: its last interval may run past midnight into this stretch.
    this.open(dayOfLocal(ms + this.stretch.offsetMs) - 1);
  }

  private open(day: number): void {
    this.day = day;
    this.midnightMs = day * DAY_MS - this.stretch.offsetMs;
    this.intervals = this.calendar.intervalsOf(day);
    this.at = 0;
  }
}

/**
 * Walks over the working time from `fromMs` on: sorted, disjoint spans, which may touch. The last one starts before
 * `untilMs` and is not cut there.
 */
export class WorkingWalk {
  startMs = 0;
  endMs = 0;

  private readonly intervals: IntervalWalk;
  private focusAt: number;
  /** What is left of the intervals so far, [restStartMs, restEndMs). */
  private restStartMs = Number.NEGATIVE_INFINITY;
  private restEndMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly calendar: ReadyCalendar,
    fromMs: number,
    untilMs: number,
  ) {
    this.intervals = new IntervalWalk(calendar, fromMs, untilMs);
    this.focusAt = spanEndingAfter(calendar.focus, fromMs);
  }

  /** Lets the walk go on for longer. */
  extendTo(untilMs: number): void {
    this.intervals.untilMs = untilMs;
  }

  /** Moves on to the next span; false where none starts before `untilMs`. */
  next(): boolean {
    const { focus } = this.calendar;
    for (;;) {
      while (this.restStartMs < this.restEndMs) {
        while (this.focusAt < focus.length && focus[this.focusAt]!.endMs <= this.restStartMs) this.focusAt++;
        const block = focus[this.focusAt];
        this.startMs = this.restStartMs;
        this.endMs = Math.min(this.restEndMs, block?.startMs ?? this.restEndMs);
        this.restStartMs = block && block.startMs < this.restEndMs ? block.endMs : this.restEndMs;
        if (this.startMs < this.endMs) return this.startMs < this.intervals.untilMs;
      }
      if (!this.intervals.next()) return false;
      this.restStartMs = Math.max(this.intervals.startMs, this.restEndMs);
      this.restEndMs = Math.max(this.intervals.endMs, this.restEndMs);
    }
  }
}
