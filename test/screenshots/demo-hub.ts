import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../support/servers/free-port.js';

const demo = resolve(import.meta.dirname, '../../apps/hub/demo.js');
/** The worker takes over what failed every ten seconds. */
const FAILURES_COLLECTED_MS = 11_000;
const QUARTER_MS = 15 * 60_000;
/** How many jobs waited over a day, each quarter of an hour: there is no day to wait for. */
const WAITED = [2, 1, 1, 0, 0, 1, 3, 9, 14, 22, 17, 12, 8, 11, 16, 24, 31, 19, 12, 7, 9, 5, 3, 4, 2];

/** The hub of the demonstration at a fixed moment, in a directory of its own, with an engine that writes nothing down. */
export class DemoHub {
  private constructor(
    readonly url: string,
    private readonly directory: string,
    private readonly processes: ChildProcess,
    private readonly stopSpeech: () => void,
  ) {}

  static async start(moment: string): Promise<DemoHub> {
    const directory = mkdtempSync(join(tmpdir(), 'meantime-screenshots-'));
    const clockFile = join(directory, 'clock');
    writeFileSync(clockFile, String(Date.parse(moment) - Date.now()));
    const speech = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(422).end('out of memory'));
    }).listen(0, '127.0.0.1');
    await once(speech, 'listening');
    const port = await freePort();
    const child = fork(demo, [], {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        PORT: String(port),
        MEANTIME_DATA_DIR: join(directory, 'data'),
        TEST_CLOCK_FILE: clockFile,
        SPEECH_ENGINE: 'http',
        SPEECH_URL: `http://127.0.0.1:${(speech.address() as AddressInfo).port}/v1`,
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const hub = new DemoHub(`http://localhost:${port}`, directory, child, () => speech.close());
    await told(child);
    await sleep(FAILURES_COLLECTED_MS);
    await hub.liveThrough(moment);
    return hub;
  }

  async stop(): Promise<void> {
    this.stopSpeech();
    const gone = once(this.processes, 'exit');
    this.processes.kill('SIGTERM');
    await gone;
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** What a hub has after a day of work, and this one has not. */
  private async liveThrough(moment: string): Promise<void> {
    const postgres = join(this.directory, 'data/postgres/postmaster.pid');
    const password = readFileSync(join(this.directory, 'data/postgres-password'), 'utf8');
    const port = readFileSync(postgres, 'utf8').split('\n')[3];
    const client = new pg.Client(`postgres://meantime:${password}@127.0.0.1:${port}/meantime`);
    await client.connect();
    const end = Math.floor(Date.parse(moment) / QUARTER_MS) * QUARTER_MS;
    for (const [index, waiting] of WAITED.entries()) {
      const at = new Date(end - (WAITED.length - 1 - index) * 4 * QUARTER_MS);
      await client.query(
        'insert into waiting_samples (at, waiting) values ($1, $2) on conflict (at) do update set waiting = $2',
        [at, waiting],
      );
    }
    // The queue keeps the machine's own time.
    await client.query(
      "update failed_jobs set failed_at = $1::timestamptz - (interval '50 minutes' * (random() + 0.5))",
      [moment],
    );
    await client.end();
  }
}

/** Until the story has been told. @throws Error with what it said when it ends before */
async function told(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((done, fail) => {
    child.stdout!.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('Everybody signs in')) done();
    });
    child.once('exit', () => fail(new Error(said)));
  });
}
