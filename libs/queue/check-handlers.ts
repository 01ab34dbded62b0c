import type { Job, JobHandler } from './job.js';
import { handlersMismatch } from './queue.errors.js';

/**
 * Pairs each job of the catalogue with its one handler. Called before anything runs, and by a test of the apps' lists.
 * @throws HubError `queue.handlers_mismatch` that names every fault and its cure
 */
export function checkHandlers(
  catalogue: readonly Job[],
  handlers: readonly JobHandler[],
): ReadonlyMap<string, JobHandler> {
  const faults: string[] = [];
  const jobNames = new Set<string>();
  for (const { name } of catalogue) {
    if (jobNames.has(name)) faults.push(`${name} is twice in the catalogue: rename one.`);
    jobNames.add(name);
  }
  const byName = new Map<string, JobHandler>();
  for (const handler of handlers) {
    const { name } = handler.job;
    if (byName.has(name)) faults.push(`${name} has two handlers: remove one.`);
    else if (!jobNames.has(name)) faults.push(`${name} has a handler and is not in the catalogue: list it.`);
    byName.set(name, handler);
  }
  for (const name of jobNames) if (!byName.has(name)) faults.push(`${name} has no handler: write and list one.`);
  if (faults.length > 0) throw handlersMismatch(faults);
  return byName;
}
