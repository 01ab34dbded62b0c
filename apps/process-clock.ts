import { readFileSync } from 'node:fs';
import type { Config } from '#config';
import { Clock, machineClock, SystemClock } from '#kernel';

/** How long a shifted process believes its last reading of the file. */
const REREAD_AFTER_MS = 100;

/** The system's clock; for tests one that a file shifts, so that all processes of a hub move together. */
export function processClock(config: Config): Clock {
  const file = config.values.TEST_CLOCK_FILE;
  return file ? new ShiftedClock(file) : new SystemClock();
}

class ShiftedClock extends Clock {
  private shiftMs = 0;
  private readAtMs = 0;

  constructor(private readonly file: string) {
    super();
  }

  nowMs(): number {
    const systemMs = machineClock.nowMs();
    if (systemMs - this.readAtMs > REREAD_AFTER_MS) {
      this.shiftMs = Number(readFileSync(this.file, 'utf8').trim()) || 0;
      this.readAtMs = systemMs;
    }
    return systemMs + this.shiftMs;
  }
}
