import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { machineClock } from '#kernel';
import { boot, CannotStart } from '../boot.js';
import { cast, mailOf, password } from './demo/cast.js';
import { fill } from './demo/fill.js';
import { HubClient } from './demo/hub-client.js';
import { StoryClock } from './demo/story-clock.js';

const START_PATIENCE_MS = 60_000;
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** `npm run demo`: a small made-up team in a fresh hub, so that there is something to see; starts the hub if none runs. */
await boot('The demonstration', async (config) => {
  const { MEANTIME_DATA_DIR: directory, PORT, TEST_CLOCK_FILE } = config.values;
  const base = `http://localhost:${PORT}`;
  // Our own hub lives through its last days in seconds. In one that runs already, all of it happens now.
  const clock = (await isReady(base)) ? undefined : storyClock(directory, TEST_CLOCK_FILE);
  const hub = clock && (await startHub(base, clock.file));
  const codeFile = join(directory, 'setup-code');
  if (!existsSync(codeFile)) {
    hub?.kill('SIGTERM');
    throw new CannotStart(
      `the hub in ${directory} is set up already. Set MEANTIME_DATA_DIR to a new directory to see the demonstration.`,
    );
  }
  const moveTo = clock && ((agoHours: number) => clock.moveTo(agoHours));
  await fill(new HubClient(base), readFileSync(codeFile, 'utf8').trim(), { say, moveTo });
  if (clock && !TEST_CLOCK_FILE) writeFileSync(clock.file, '0');
  say(`\nEverybody signs in at ${base} with the password: ${password}`);
  for (const person of cast) say(`  ${mailOf(person).padEnd(24)} ${person.name}, ${person.timeZone}`);
  if (hub) say('\nCtrl-C ends the hub; npm start brings it back with all of this.');
});

/** The story ends now; with a clock of tests, at the time that it shows. */
function storyClock(directory: string, given: string): StoryClock {
  if (given) return new StoryClock(given, machineClock.nowMs() + (Number(readFileSync(given, 'utf8')) || 0));
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'demo-clock');
  writeFileSync(file, '0');
  return new StoryClock(file, machineClock.nowMs());
}

async function startHub(base: string, clockFile: string): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'main.js'), [], {
    detached: true,
    env: { ...process.env, TEST_CLOCK_FILE: clockFile },
  });
  let hasEnded = false;
  child.once('exit', (code) => {
    hasEnded = true;
    process.exit(code ?? 1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const deadline = machineClock.nowMs() + START_PATIENCE_MS;
  while (!(await isReady(base))) {
    if (hasEnded || machineClock.nowMs() > deadline) throw new CannotStart('the hub did not start.');
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
