import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { machineClock } from '#kernel';

const HOUR_MS = 3_600_000;
/** Processes look at the file ten times a second. */
const NOTICED_WITHIN_MS = 220;

/** Moves the clock of a hub that a file shifts, so that a story can take days and be told in seconds. */
export class StoryClock {
  /** @param endMs when the story ends */
  constructor(
    readonly file: string,
    private readonly endMs: number,
  ) {}

  async moveTo(agoHours: number): Promise<void> {
    this.set(agoHours);
    await sleep(NOTICED_WITHIN_MS);
  }

  set(agoHours: number): void {
    writeFileSync(this.file, String(this.endMs - agoHours * HOUR_MS - machineClock.nowMs()));
  }
}
