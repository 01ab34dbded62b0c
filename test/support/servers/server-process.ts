import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

const killAfterMs = 5_000;
const pollEveryMs = 50;
const keptLogCharacters = 4_000;

const setpriv = '/usr/bin/setpriv';

/** On Linux the kernel ends the server when the test process is killed and cannot. @see man 1 setpriv */
const dyingWithParent = (command: string, args: readonly string[]): [string, string[]] =>
  existsSync(setpriv) ? [setpriv, ['--pdeathsig', 'KILL', command, ...args]] : [command, [...args]];

/** A server that a spec started: it says what it last wrote when it dies early, and ends when it is told to. */
export class ServerProcess {
  private readonly child: ChildProcess;
  private log = '';
  private spawnError: Error | undefined;

  constructor(
    private readonly command: string,
    args: readonly string[],
  ) {
    this.child = spawn(...dyingWithParent(command, args), { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.once('error', (error) => {
      this.spawnError = error;
    });
    for (const output of [this.child.stdout, this.child.stderr]) {
      output?.on('data', (text: Buffer) => {
        this.log = (this.log + text.toString()).slice(-keptLogCharacters);
      });
    }
  }

  /**
   * Settles as soon as the probe does.
   * @throws Error with the end of the server's log when it exits or is not ready in time
   */
  async untilReady(probe: () => Promise<unknown>, timeoutMs: number): Promise<void> {
    const deadlineMs = Date.now() + timeoutMs;
    for (;;) {
      if (this.spawnError) throw this.spawnError;
      if (this.hasEnded) throw new Error(`${this.command} ended early:\n${this.log}`);
      try {
        await probe();
        return;
      } catch (error) {
        if (Date.now() > deadlineMs) {
          throw new Error(`${this.command} was not ready within ${timeoutMs} ms:\n${this.log}`, { cause: error });
        }
      }
      await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
    }
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.hasEnded || this.spawnError) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), killAfterMs);
    await ended;
    clearTimeout(timer);
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}
