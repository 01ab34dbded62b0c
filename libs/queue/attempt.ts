import { setTimeout as sleep } from 'node:timers/promises';
import type { JobContext, JobHandler } from './job.js';

/** How long a handler has after its signal to end in order (to stop ffmpeg, to remove files), in milliseconds. */
export const abortGraceMs = 5_000;

export class JobTimedOut extends Error {
  override readonly name = 'JobTimedOut';
}

/** The reason of a signal that is aborted because the worker stops: the attempt does not count. */
export class WorkerStopping extends Error {
  override readonly name = 'WorkerStopping';
}

/**
 * Runs a handler once, for at most the job's `timeoutMs` and the grace after it.
 * @param stop aborts the handler from outside
 * @throws what the handler throws; JobTimedOut; the reason of `stop`
 */
export async function runAttempt(
  handler: JobHandler,
  payload: object,
  context: Omit<JobContext, 'signal'>,
  stop: AbortSignal,
): Promise<void> {
  const timeout = new AbortController();
  const { name, timeoutMs } = handler.job;
  const timer = setTimeout(() => timeout.abort(new JobTimedOut(`${name} took over ${timeoutMs} ms.`)), timeoutMs);
  const signal = AbortSignal.any([stop, timeout.signal]);
  const giveUp = new AbortController();
  try {
    await Promise.race([handler.handle(payload, { ...context, signal }), whenAbandoned(signal, giveUp.signal)]);
  } catch (error) {
    // A handler that was stopped throws what its tools throw then; what matters is who stopped it.
    throw signal.aborted ? signal.reason : error;
  } finally {
    clearTimeout(timer);
    giveUp.abort();
  }
}

/** Throws when a handler has not ended although it was told to: its job must not stay active for ever. */
function whenAbandoned(signal: AbortSignal, giveUp: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abandon = () => {
      sleep(abortGraceMs, undefined, { signal: giveUp }).then(
        () => reject(signal.reason),
        // The handler has ended in time.
        () => undefined,
      );
    };
    if (signal.aborted) abandon();
    else signal.addEventListener('abort', abandon, { once: true, signal: giveUp });
  });
}
