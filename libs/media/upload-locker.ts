import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';
import { machineClock } from '#kernel';

/** How long a request waits for another one of the same upload before it is refused. */
const PATIENCE_MS = 15_000;

interface Holder {
  release: RequestRelease;
  done: Promise<void>;
}

/**
 * One request at a time for each upload. A newcomer asks the holder to let go: after a lost network the client comes
 * back while the server still waits for the old connection. (The locker of @tus/server spins while it waits.)
 */
export class UploadLocker implements Locker {
  private readonly holders = new Map<string, Holder>();

  newLock(id: string): Lock {
    let finish: () => void;
    return {
      lock: async (signal, release) => {
        const deadline = machineClock.nowMs() + PATIENCE_MS;
        for (let holder = this.holders.get(id); holder; holder = this.holders.get(id)) {
          await holder.release();
          await settledOr(holder.done, signal, deadline - machineClock.nowMs());
        }
        this.holders.set(id, { release, done: new Promise((resolve) => (finish = resolve)) });
      },
      unlock: async () => {
        this.holders.delete(id);
        finish();
      },
    };
  }
}

async function settledOr(done: Promise<void>, signal: AbortSignal, withinMs: number): Promise<void> {
  let stop: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const refused = new Promise<never>((_, reject) => {
    stop = () => reject(ERRORS.ERR_LOCK_TIMEOUT);
    signal.addEventListener('abort', stop);
    timer = setTimeout(stop, withinMs);
  });
  try {
    await Promise.race([done, refused]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
