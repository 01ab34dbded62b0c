import { HubError } from '#kernel';

export class QueueUnavailable extends HubError {
  constructor(whatFailed: string, cause?: unknown) {
    super('INTERNAL', 'queue.unavailable', `The job queue does not work: ${whatFailed}.`, { cause });
  }
}

export const invalidPayload = (jobName: string, why: string, cause?: unknown): HubError =>
  new HubError('INTERNAL', 'queue.invalid_payload', `Job ${jobName} cannot carry its payload: ${why}.`, {
    data: { job: jobName },
    cause,
  });

export const invalidJobId = (jobId: string): HubError =>
  new HubError('INTERNAL', 'queue.invalid_job_id', 'A job id has 1 to 200 of A-Z a-z 0-9 _ . - and not digits alone.', {
    data: { jobId: jobId.slice(0, 200) },
  });

export const unknownJob = (jobName: string): HubError =>
  new HubError('INTERNAL', 'queue.unknown_job', `Job ${jobName} is not in the catalogue: add it to the app's list.`, {
    data: { job: jobName },
  });

export const unknownQueue = (queue: string): HubError =>
  new HubError('NOT_FOUND', 'queue.unknown_queue', 'There is no such queue.', { data: { queue } });

export const jobNotFailed = (queue: string, jobId: string): HubError =>
  new HubError('CONFLICT', 'queue.job_not_failed', 'This job has not failed, or is no longer kept.', {
    data: { queue, jobId },
  });

export const handlersMismatch = (faults: readonly string[]): HubError =>
  new HubError('INTERNAL', 'queue.handlers_mismatch', `Each job needs exactly one handler. ${faults.join(' ')}`);
