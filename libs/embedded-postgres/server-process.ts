import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { machineClock } from '#kernel';

/** Time for a fast shutdown with its checkpoint; afterwards the next start recovers from the log instead. */
const STOP_PATIENCE_MS = 15_000;

/** SIGINT is the fast shutdown of Postgres: clients are sent away, nothing waits for them. */
export async function endServer(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  const deadline = machineClock.nowMs() + STOP_PATIENCE_MS;
  while (isAlive(pid)) {
    if (machineClock.nowMs() > deadline) process.kill(pid, 'SIGQUIT');
    await sleep(20);
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

/** A child that has ended and that nobody has waited for yet still answers to signals. */
function isZombie(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && /\) Z /.test(readFileSync(file, 'utf8'));
}
