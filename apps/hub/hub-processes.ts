import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { machineClock } from '#kernel';
import { CannotStart } from '../boot.js';

const names = ['api', 'worker'] as const;
type Name = (typeof names)[number];

/** Pages live for milliseconds: with room for some hundred of them, collecting them costs a third less CPU. */
const API_OPTIONS = ['--max-semi-space-size=64'];
/** One that has run so long was sound: should it end, it is started again at once. */
const STEADY_AFTER_MS = 10_000;
const FIRST_PAUSE_MS = 250;
/** One that ends again and again is started less and less often. */
const LONGEST_PAUSE_MS = 30_000;
const STOP_PATIENCE_MS = 20_000;

/** The api and the worker as processes of their own, held up until the hub is told to stop. */
export class HubProcesses {
  private readonly running = new Map<Name, ChildProcess>();
  private isStopping = false;

  constructor(private readonly environment: NodeJS.ProcessEnv) {}

  /** Settles when both are ready. @throws CannotStart when one ends before; it has said why */
  async start(): Promise<void> {
    await Promise.all(names.map((name) => this.launch(name, FIRST_PAUSE_MS)));
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.all([...this.running.values()].map(end));
  }

  /**
   * Settles when the process is ready; from then on it is held up.
   * @param pauseMs before it is started again, should it not last
   * @throws CannotStart when it ends before
   */
  private launch(name: Name, pauseMs: number): Promise<void> {
    const startedAtMs = machineClock.nowMs();
    // Detached: Ctrl-C in the terminal reaches the hub alone, which stops its processes in order.
    const child = fork(join(import.meta.dirname, '..', name, 'main.js'), [], {
      execArgv: name === 'api' ? API_OPTIONS : [],
      env: this.environment,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.running.set(name, child);
    return new Promise((resolve, reject) => {
      let isReady = false;
      child.once('message', () => {
        isReady = true;
        resolve();
      });
      child.once('exit', (code, signal) => {
        this.running.delete(name);
        const why = String(signal ?? code);
        if (!isReady) reject(new CannotStart(`the ${name} has ended (${why}).`));
        else this.relaunch(name, why, machineClock.nowMs() - startedAtMs > STEADY_AFTER_MS ? FIRST_PAUSE_MS : pauseMs);
      });
    });
  }

  private relaunch(name: Name, why: string, pauseMs: number): void {
    if (this.isStopping) return;
    process.stderr.write(`The ${name} has ended (${why}); it is started again.\n`);
    setTimeout(() => {
      if (this.isStopping) return;
      const nextPauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      this.launch(name, nextPauseMs).catch(() => this.relaunch(name, 'not started', nextPauseMs));
    }, pauseMs);
  }
}

/** Asks a process to end, and makes it where it does not. */
function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    child.once('exit', () => {
      clearTimeout(impatience);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
