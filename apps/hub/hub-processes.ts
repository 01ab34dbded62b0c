import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { CannotStart } from '../boot.js';

const names = ['api', 'worker'] as const;
type Name = (typeof names)[number];

/** A process that ends sooner than this after its start is not started again at once: something is wrong with it. */
const STEADY_AFTER_MS = 10_000;
/** Pages live for milliseconds: with room for some hundred of them, collecting them costs a third less CPU. */
const API_OPTIONS = ['--max-semi-space-size=64'];
const RESTART_AFTER_MS = 1_000;
const STOP_PATIENCE_MS = 20_000;

/** The api and the worker as processes of their own, held up until the hub is told to stop. */
export class HubProcesses {
  private readonly running = new Map<Name, ChildProcess>();
  private isStopping = false;

  constructor(private readonly environment: NodeJS.ProcessEnv) {}

  /** Settles when both are ready. @throws CannotStart when one ends before; it has said why */
  async start(): Promise<void> {
    await Promise.all(names.map((name) => this.launch(name)));
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.all([...this.running.values()].map(end));
  }

  private launch(name: Name): Promise<void> {
    const startedAtMs = Date.now();
    // Detached: Ctrl-C in the terminal reaches the hub alone, which stops its processes in order.
    const child = fork(join(import.meta.dirname, '..', name, 'main.js'), [], {
      execArgv: name === 'api' ? API_OPTIONS : [],
      env: this.environment,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.running.set(name, child);
    return new Promise((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code, signal) => {
        this.running.delete(name);
        reject(new CannotStart(`the ${name} has ended (${signal ?? code}).`));
        if (!this.isStopping && Date.now() - startedAtMs > STEADY_AFTER_MS) this.relaunch(name, signal ?? code);
        else if (!this.isStopping && code === 0) this.relaunch(name, code);
      });
    });
  }

  private relaunch(name: Name, why: unknown): void {
    process.stderr.write(`The ${name} has ended (${why}); it is started again.\n`);
    setTimeout(() => {
      if (this.isStopping) return;
      this.launch(name).catch((error: unknown) => {
        process.stderr.write(`${error}\n`);
        if (!this.isStopping) this.relaunch(name, 'not started');
      });
    }, RESTART_AFTER_MS);
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
