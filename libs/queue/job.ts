declare const payloadOf: unique symbol;

/** An entry of a feature's job catalogue (`x.jobs.ts`): the name, its payload by type, and how it is run. */
export interface Job<Payload extends object = object> {
  /** `media.process`: stable, since waiting jobs carry it across releases. */
  readonly name: string;
  /** Jobs of one queue share its workers: slow ones get a queue of their own. Lower-case letters, digits, `-`. */
  readonly queue: string;
  /** How often it is run at most before it counts as failed; 1 to 50. */
  readonly attempts: number;
  /** Wait before the second attempt, in milliseconds; doubled for each further one. */
  readonly backoffMs: number;
  /** How long one attempt may take, in milliseconds, before its signal is aborted and it counts as failed. */
  readonly timeoutMs: number;
  readonly [payloadOf]?: Payload;
}

const jobName = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/;
const queueName = /^[a-z][a-z0-9-]{0,49}$/;

/**
 * Defines a job. The payload is plain JSON that holds ids; handlers load the rest, and leave if it is gone.
 * @throws TypeError for a definition out of range: a mistake in the code, so it shows at the start
 */
export function defineJob<Payload extends object>(definition: {
  name: string;
  queue: string;
  attempts: number;
  backoffMs: number;
  timeoutMs: number;
}): Job<Payload> {
  const { name, queue, attempts, backoffMs, timeoutMs } = definition;
  if (!jobName.test(name)) throw new TypeError(`A job is named like "media.process", not "${name}".`);
  if (!queueName.test(queue)) throw new TypeError(`"${queue}" cannot name the queue of job ${name}.`);
  if (!Number.isInteger(attempts) || attempts < 1 || attempts > 50) {
    throw new TypeError(`Job ${name} has ${attempts} attempts: 1 to 50 are possible.`);
  }
  if (!(backoffMs >= 0) || !(timeoutMs > 0)) throw new TypeError(`Job ${name} needs backoffMs >= 0 and timeoutMs > 0.`);
  return Object.freeze({ name, queue, attempts, backoffMs, timeoutMs });
}

export interface JobContext {
  jobId: string;
  /** 1 for the first attempt. */
  attempt: number;
  /** True when a failure of this attempt is final. */
  isLastAttempt: boolean;
  /** Aborted when `timeoutMs` is over or the worker must stop; pass it on to whatever takes long. */
  signal: AbortSignal;
  /** Milliseconds since the epoch at which the job was enqueued, as the queue's clock read. */
  enqueuedAtMs: number;
  /** @param percent 0 to 100 */
  reportProgress(percent: number): Promise<void>;
}

/**
 * Runs one job of the catalogue. It may be run again after it has succeeded (a worker was killed before it could say
 * so) and beside itself (a worker lost its lock): running it twice changes nothing. It throws where it fails.
 */
export interface JobHandler<Payload extends object = object> {
  readonly job: Job<Payload>;
  handle(payload: Payload, context: JobContext): Promise<void>;
}

/** Thrown by a handler where another attempt cannot help: the job counts as failed at once. */
export class JobCannotSucceed extends Error {
  override readonly name = 'JobCannotSucceed';
}
