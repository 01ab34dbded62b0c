import { join } from 'node:path';
import { checkHandlers, type Job, type JobHandler } from '#queue';
import { jobs } from '../../apps/jobs.js';
import { root, sourceFiles } from './source-files.js';

/** What the files of libs with a certain ending export. */
async function exportsOf(ending: string): Promise<Record<string, unknown>> {
  const files = sourceFiles().filter(({ path }) => path.startsWith('libs/') && path.endsWith(ending));
  const modules = await Promise.all(files.map(({ path }) => import(join(root, path)) as Promise<object>));
  return Object.assign({}, ...modules);
}

describe('jobs', () => {
  it('are all in the catalogue of apps/jobs.ts', async () => {
    const defined = Object.values(await exportsOf('.jobs.ts')) as Job[];
    expect(jobs.map(({ name }) => name).sort()).toEqual(defined.map(({ name }) => name).sort());
  });

  it('have exactly one handler each, which the worker lists', async () => {
    const handlers = Object.entries(await exportsOf('.handler.ts')) as [string, new () => JobHandler][];
    expect(() =>
      checkHandlers(
        jobs,
        handlers.map(([, Handler]) => new Handler()),
      ),
    ).not.toThrow();
    const worker = sourceFiles().find(({ path }) => path === 'apps/worker/job-workers.ts')!.text;
    for (const [name] of handlers) expect(worker).toContain(name);
  });
});
