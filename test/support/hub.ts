import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GraphqlClient } from './graphql-client.js';
import { freePort } from './servers/free-port.js';
import { temporaryDirectory } from './servers/temporary-directory.js';

const root = resolve(import.meta.dirname, '../..');
/** On a machine that is busy with other specs; alone it takes 4 s. */
const READY_WITHIN_MS = 40_000;
const GONE_WITHIN_MS = 30_000;

let built: Promise<void> | undefined;

/** Builds once for the spec file. @throws Error with what the build said */
export function buildHub(): Promise<void> {
  built ??= end(spawn(process.execPath, ['bin/build.mjs'], { cwd: root, stdio: 'pipe' })).then(({ code, text }) => {
    if (code !== 0) throw new Error(text);
  });
  return built;
}

interface Ended {
  code: number | null;
  /** What it wrote, to either output. */
  text: string;
}

async function end(child: ChildProcess): Promise<Ended> {
  let text = '';
  for (const output of [child.stdout, child.stderr]) output?.on('data', (part: Buffer) => (text += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, text };
}

/** The environment of a hub of tests: nothing of the machine's own settings, no ports but its own. */
const environment = (settings: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ...settings,
});

/** Starts a hub that is expected to refuse. */
export async function refusedStart(settings: Record<string, string>): Promise<Ended> {
  await buildHub();
  return end(
    spawn(process.execPath, ['dist/apps/hub/main.js'], { cwd: root, env: environment(settings), stdio: 'pipe' }),
  );
}

/** A whole hub as `npm start` runs it: processes of its own, an embedded Postgres, a data directory of its own. */
export class Hub {
  private child: ChildProcess | undefined;
  /** What the hub and its processes have written since the last start. */
  output = '';

  private constructor(
    readonly directory: string,
    readonly port: number,
    private readonly settings: Record<string, string>,
  ) {}

  static async create(settings: Record<string, string> = {}): Promise<Hub> {
    await buildHub();
    const directory = await temporaryDirectory('hub');
    const clockFile = join(directory, 'clock');
    writeFileSync(clockFile, '0');
    return new Hub(join(directory, 'data'), await freePort(), { TEST_CLOCK_FILE: clockFile, ...settings });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get client(): GraphqlClient {
    return new GraphqlClient(this.url);
  }

  get setupCode(): string {
    return readFileSync(join(this.directory, 'setup-code'), 'utf8').trim();
  }

  get pid(): number {
    return this.child!.pid!;
  }

  /** Of the embedded Postgres. */
  get postgresPid(): number {
    return Number(readFileSync(join(this.directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Of the embedded Postgres, for what the API does not say. */
  get databaseUrl(): string {
    const password = readFileSync(join(this.directory, 'postgres-password'), 'utf8');
    const port = readFileSync(join(this.directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
    return `postgres://meantime:${password}@127.0.0.1:${port}/meantime`;
  }

  /** @returns milliseconds until all of it served */
  async start(): Promise<number> {
    const startedAt = performance.now();
    this.output = '';
    const child = spawn(process.execPath, ['dist/apps/hub/main.js'], {
      cwd: root,
      env: environment({ MEANTIME_DATA_DIR: this.directory, PORT: String(this.port), ...this.settings }),
      stdio: 'pipe',
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        this.output += text.toString();
      });
    }
    await this.until('the hub is ready', () => {
      if (child.exitCode !== null) throw new Error(`The hub has ended (${child.exitCode}).\n${this.output}`);
      return this.output.includes('Meantime is ready') && this.isReady();
    });
    return performance.now() - startedAt;
  }

  async isReady(): Promise<boolean> {
    return fetch(`${this.url}/health/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );
  }

  /** Waits for what comes by itself. @throws Error with the end of the hub's output */
  async until(what: string, holds: () => boolean | Promise<boolean>, timeoutMs = READY_WITHIN_MS): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!(await holds())) {
      if (Date.now() > deadline) {
        throw new Error(`Waited in vain until ${what}.\n${this.output.slice(-4_000)}`);
      }
      await sleep(50);
    }
  }

  /** As Ctrl-C does. @returns the exit code */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = once(child, 'exit');
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), GONE_WITHIN_MS);
    await gone;
    clearTimeout(timer);
    return child.exitCode;
  }

  /** Moves the clock of every process of the hub to an instant; from there it goes on at its usual pace. */
  async moveClockTo(instant: string): Promise<void> {
    writeFileSync(this.settings.TEST_CLOCK_FILE!, String(Date.parse(instant) - Date.now()));
    // Processes look at the file ten times a second.
    await sleep(250);
  }

  /** The hub's processes: itself, api and worker, and every process of its Postgres. Linux only. */
  processes(): { pid: number; name: 'hub' | 'api' | 'worker' | 'postgres' }[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const kind = this.kindOf(Number(name));
        return kind ? [{ pid: Number(name), name: kind }] : [];
      });
  }

  kill(name: 'hub' | 'api' | 'worker' | 'postgres'): void {
    for (const process_ of this.processes()) if (process_.name === name) killNow(process_.pid);
  }

  /** kill -9 of everything at once. */
  async killAll(): Promise<void> {
    const isGone = (): boolean => {
      const left = this.processes();
      // Again and again: one may just have started another.
      for (const { pid } of left) killNow(pid);
      return left.length === 0;
    };
    await this.until('everything is gone', isGone, GONE_WITHIN_MS);
  }

  /** Ends what is left, whatever became of it. */
  async close(): Promise<void> {
    await this.stop('SIGTERM');
    await this.killAll();
  }

  private kindOf(pid: number): 'hub' | 'api' | 'worker' | 'postgres' | undefined {
    const read = (file: string): string => {
      try {
        return readFileSync(`/proc/${pid}/${file}`, 'utf8');
      } catch {
        // It has ended meanwhile.
        return '';
      }
    };
    if (/\) Z /.test(read('stat'))) return undefined;
    const command = read('cmdline');
    if (command.includes('postgres') && command.includes(join(this.directory, 'postgres'))) return 'postgres';
    if (!read('environ').includes(`MEANTIME_DATA_DIR=${this.directory}\0`)) return undefined;
    return (['hub', 'api', 'worker'] as const).find((name) => command.includes(`apps/${name}/main.js`));
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
