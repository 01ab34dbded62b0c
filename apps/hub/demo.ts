import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { boot, CannotStart } from '../boot.js';
import { cast, mailOf, password } from './demo/cast.js';
import { fill } from './demo/fill.js';
import { HubClient } from './demo/hub-client.js';

const START_PATIENCE_MS = 60_000;
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** `npm run demo`: a small made-up team in a fresh hub, so that there is something to see; starts the hub if none runs. */
await boot('The demonstration', async (config) => {
  const base = `http://localhost:${config.values.PORT}`;
  const hub = (await isReady(base)) ? undefined : await startHub(base);
  const codeFile = join(config.values.MEANTIME_DATA_DIR, 'setup-code');
  if (!existsSync(codeFile)) {
    hub?.kill('SIGTERM');
    throw new CannotStart(
      `the hub in ${config.values.MEANTIME_DATA_DIR} is set up already. Set MEANTIME_DATA_DIR to a new directory to see the demonstration.`,
    );
  }
  await fill(new HubClient(base), readFileSync(codeFile, 'utf8').trim(), say);
  say(`\nEverybody signs in at ${base} with the password: ${password}`);
  for (const person of cast) say(`  ${mailOf(person).padEnd(24)} ${person.name}, ${person.timeZone}`);
  if (hub) say('\nCtrl-C ends the hub; npm start brings it back with all of this.');
});

async function startHub(base: string): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'main.js'), [], { detached: true });
  let hasEnded = false;
  child.once('exit', (code) => {
    hasEnded = true;
    process.exit(code ?? 1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const deadline = Date.now() + START_PATIENCE_MS;
  while (!(await isReady(base))) {
    if (hasEnded || Date.now() > deadline) throw new CannotStart('the hub did not start.');
    await sleep(200);
  }
  return child;
}

async function isReady(base: string): Promise<boolean> {
  try {
    return (await fetch(`${base}/health/ready`)).ok;
  } catch {
    return false;
  }
}
