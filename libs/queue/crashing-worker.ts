import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts another process that takes up a job of the queue `quick`, and kills it (SIGKILL) as soon as it has.
 * @param worker an expression that makes a worker from `handle` and `options`; `bullmq`, `pg` and `url` are in scope
 */
export async function killWorkerAtItsFirstJob(url: string, worker: string): Promise<void> {
  const program = `
    import * as bullmq from 'bullmq';
    import pg from 'pg';
    const url = process.env.ENGINE_URL;
    const handle = () => { process.stdout.write('taken'); return new Promise(() => setInterval(() => undefined, 1000)); };
    const options = { lockDuration: 1000, stalledInterval: 1000 };
    ${worker};
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, NODE_OPTIONS: '', ENGINE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}
