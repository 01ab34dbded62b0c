import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';
import { SessionLocks } from '#database';
import { machineClock } from '#kernel';
import { PubSub, topic, type Unsubscribe } from '#pubsub';
import { UploadLocker } from './upload-locker.js';

/** Said to every process where a request waits for an upload that another process works on. */
const uploadWanted = topic<{ id: string }>('upload.wanted');
/** How long a request waits for one in another process before it is refused. */
const PATIENCE_MS = 15_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 320;

const nameOf = (id: string): string => `upload:${id}`;

/**
 * One request at a time for each upload, in all processes together: within this one by UploadLocker, between them by
 * SessionLocks, which end with the process however it ends. The holder is asked to let go.
 */
@Injectable()
export class SharedLocks implements Locker, OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(SharedLocks.name);
  private readonly within = new UploadLocker();
  private readonly held = new Map<string, RequestRelease>();
  private stopListening: Unsubscribe | undefined;

  constructor(
    private readonly locks: SessionLocks,
    private readonly pubsub: PubSub,
  ) {
    locks.onLost(() => this.lost());
  }

  async onModuleInit(): Promise<void> {
    this.stopListening = await this.pubsub.subscribe(uploadWanted, ({ id }) => void this.held.get(id)?.());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stopListening?.();
  }

  newLock(id: string): Lock {
    const within = this.within.newLock(id);
    return {
      lock: async (signal, release) => {
        await within.lock(signal, release);
        try {
          await this.take(id, signal);
          this.held.set(id, release);
        } catch (error) {
          await within.unlock();
          throw error;
        }
      },
      unlock: async () => {
        // Where the connection broke meanwhile, there is nothing to give back.
        if (this.held.delete(id)) {
          await this.locks.giveBack(nameOf(id)).catch((error) => this.logger.warn(`Not given back: ${error}`));
        }
        await within.unlock();
      },
    };
  }

  private async take(id: string, signal: AbortSignal): Promise<void> {
    const deadlineMs = machineClock.nowMs() + PATIENCE_MS;
    let pauseMs = FIRST_PAUSE_MS;
    while (!(await this.locks.tryTake(nameOf(id)))) {
      if (signal.aborted || machineClock.nowMs() > deadlineMs) throw ERRORS.ERR_LOCK_TIMEOUT;
      await this.pubsub.publish(uploadWanted, { id });
      await sleep(pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }

  /** Another process may hold them from now on: whoever writes here is stopped. */
  private lost(): void {
    const releases = [...this.held.values()];
    this.held.clear();
    for (const release of releases) void release();
  }
}
