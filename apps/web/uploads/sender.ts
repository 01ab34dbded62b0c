import { waitMs } from './back-off';
import { nextStep, type Progress } from './plan';

/** One recording, as the sender sees it. */
export interface Outbox {
  progress(): Progress;
  bytes(from: number, to: number): Promise<Blob>;
  opened(mediaId: string, uploadUrl: string): Promise<void>;
  acknowledged(offset: number, isDeclared: boolean): Promise<void>;
  /** The hub knows nothing of it any more: all of it goes into another upload. */
  reopened(): Promise<void>;
  /** Resolves as soon as there is more to send, or nothing more will come. */
  grown(): Promise<void>;
}

/** The hub's side. Fails with one of the errors below, nothing else. */
export interface UploadServer {
  open(): Promise<{ mediaId: string; uploadUrl: string }>;
  ask(uploadUrl: string): Promise<{ offset: number; isDeclared: boolean }>;
  /** @returns the new offset */
  send(uploadUrl: string, offset: number, bytes: Blob, length?: number): Promise<number>;
}

/** The network, or a hub in trouble: trying again later helps. */
export class Lost extends Error {}
/** The session is over: goes on after a sign-in. */
export class SignedOut extends Error {}
/** The hub has no such upload (any more). */
export class Gone extends Error {}
/** The hub will not have it, however often it is sent. */
export class Refused extends Error {}

export type SenderState = 'sending' | 'idle' | 'waiting' | 'signed-out';
export type Outcome = { end: 'done' } | { end: 'dropped' } | { end: 'failed'; problem: string };

/** How often an upload that the hub lost is begun anew. */
const MOST_REOPENINGS = 3;

interface Surroundings {
  /** Waits so long, or until it makes sense to try earlier: the network is back, somebody signed in. */
  pause(ms: number, isSignedOut: boolean): Promise<void>;
  tell(state: SenderState): void;
  random?: () => number;
}

/**
 * Sends one recording to its end, while it is made and after. After any failure it asks the hub how far it is before it
 * sends on, so that a byte is neither lost nor sent twice, whichever half of a request was lost.
 */
export async function sendAll(outbox: Outbox, server: UploadServer, around: Surroundings): Promise<Outcome> {
  let isSure = false;
  let failures = 0;
  let reopenings = 0;
  for (;;) {
    const now = outbox.progress();
    const step = nextStep(now, isSure);
    try {
      switch (step.do) {
        case 'done':
          return { end: 'done' };
        case 'drop':
          return { end: 'dropped' };
        case 'give up':
          return { end: 'failed', problem: 'lost' };
        case 'wait':
          around.tell('idle');
          await outbox.grown();
          continue;
        case 'open': {
          const { mediaId, uploadUrl } = await server.open();
          await outbox.opened(mediaId, uploadUrl);
          isSure = true;
          break;
        }
        case 'ask': {
          const { offset, isDeclared } = await server.ask(now.uploadUrl!);
          await outbox.acknowledged(offset, isDeclared);
          isSure = true;
          break;
        }
        case 'send': {
          around.tell('sending');
          const bytes = await outbox.bytes(step.from, step.to);
          const offset = await server.send(now.uploadUrl!, step.from, bytes, step.length);
          await outbox.acknowledged(offset, step.length !== undefined && offset === step.length);
          failures = 0;
        }
      }
    } catch (error) {
      isSure = false;
      if (error instanceof Refused) return { end: 'failed', problem: error.message };
      if (error instanceof Gone) {
        reopenings += 1;
        if (reopenings > MOST_REOPENINGS || now.heldFrom > 0) return { end: 'failed', problem: 'lost' };
        await outbox.reopened();
        continue;
      }
      failures += 1;
      const isSignedOut = error instanceof SignedOut;
      around.tell(isSignedOut ? 'signed-out' : 'waiting');
      await around.pause(waitMs(failures, around.random), isSignedOut);
    }
  }
}
