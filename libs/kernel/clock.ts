/**
 * Where "now" comes from. Nothing of ours calls `Date.now()` to decide anything: a test moves this clock instead.
 * Instants are whole milliseconds since 1970-01-01T00:00:00Z everywhere inside the hub; they become ISO 8601 text at
 * the API and `timestamptz` in the database.
 */
export abstract class Clock {
  /** Milliseconds since the epoch. */
  abstract nowMs(): number;

  now(): Date {
    return new Date(this.nowMs());
  }
}

export class SystemClock extends Clock {
  nowMs(): number {
    return Date.now();
  }
}

/**
 * The machine's own time, for what happens to this machine whatever time the hub is told: how long a process waits for
 * another, how old a file on the disk is, how long something took. Never for anything that a person is promised.
 */
export const machineClock: Clock = new SystemClock();

/** A clock that stands still until it is moved; for tests and simulations. */
export class ManualClock extends Clock {
  constructor(private currentMs: number) {
    super();
  }

  nowMs(): number {
    return this.currentMs;
  }

  setTo(instant: number | string): void {
    this.currentMs = typeof instant === 'string' ? Date.parse(instant) : instant;
  }

  advanceMs(byMs: number): void {
    this.currentMs += byMs;
  }
}
