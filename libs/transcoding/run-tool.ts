import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism, setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { confined } from './confinement.js';
import { watchDirectorySize } from './directory-size.js';
import { tookTooLong, tooLarge, toolFailed, unreadable } from './transcoding.errors.js';
import type { ToolLimits } from './work-limits.js';

/** What the last lines of a failing tool are cut to. */
const SAID_BYTES = 8 * 1024;
const MAX_TEXT_BYTES = 4 * 1024 ** 2;

export interface ToolRun {
  /** Of this run alone: what it writes is measured here. */
  directory: string;
  limits: ToolLimits;
  signal?: AbortSignal;
  /** How far it steps back for others: 0, not at all, to 19. */
  niceness?: number;
}

export interface ToolOutput {
  /** Takes what it writes to its standard output; nothing is kept. */
  onOutput: (output: Readable) => Promise<void>;
  /** Takes the last of what it has said beside that, where it succeeds. */
  onSaid?: (text: string) => void;
}

/**
 * Runs ffmpeg or ffprobe without a shell and with an empty environment (a proxy is a way out too), bounded in time,
 * memory and output.
 * @throws UnreadableMedia where the tool fails on its input or exceeds a limit; HubError media.tool_failed where this
 *   machine is at fault; the signal's reason where it is aborted
 */
export async function runTool(
  program: string,
  parameters: readonly string[],
  { directory, limits, signal, niceness = 0, onOutput, onSaid }: ToolRun & ToolOutput,
): Promise<void> {
  signal?.throwIfAborted();
  const [command, ...rest] = confined(program, parameters, limits);
  const startedMs = performance.now();
  const child = spawn(command, rest, {
    cwd: directory,
    env: { PATH: '/usr/bin:/bin', HOME: directory, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  stepBack(child, niceness);
  let refusal: Error | undefined;
  const end = (why?: Error): void => {
    refusal ??= why;
    killGroup(child);
  };
  const onAbort = (): void => end();
  const timer = setTimeout(() => end(tookTooLong()), limits.wallMs);
  const stopWatching = watchDirectorySize(directory, limits.maxDirectoryBytes, () => end(tooLarge('bytes')));
  signal?.addEventListener('abort', onAbort, { once: true });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-SAID_BYTES);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  try {
    const [, code] = await Promise.all([onOutput(child.stdout), ended]);
    signal?.throwIfAborted();
    if (refusal) throw refusal;
    if (code !== 0) throw failure(child.signalCode, said.trim(), performance.now() - startedMs, limits);
    onSaid?.(said);
  } finally {
    clearTimeout(timer);
    stopWatching();
    signal?.removeEventListener('abort', onAbort);
    killGroup(child);
  }
}

/** Before it starts threads, which take it over; the programs that confine it keep its process. */
function stepBack({ pid }: ChildProcess, niceness: number): void {
  if (!pid || niceness === 0) return;
  try {
    setPriority(pid, niceness);
  } catch {
    // It has ended already, or this system knows no such thing: it works at the pace of others.
  }
}

function killGroup(child: ChildProcess): void {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

/** Besides a full disk: the programs that confine another one say so themselves when they cannot. */
const faultsOfTheMachine = /No space left on device|^(prlimit|setpriv): /;

/** Whose fault a failure is decides whether another attempt makes sense. */
function failure(endedBy: NodeJS.Signals | null, said: string, tookMs: number, limits: ToolLimits): Error {
  if (endedBy === 'SIGXFSZ' || /File too large/.test(said)) return tooLarge('bytes');
  if (endedBy === 'SIGXCPU') return tookTooLong();
  // The kernel's way to enforce the limit of CPU time, and to take memory back: only the clock tells them apart.
  if (endedBy === 'SIGKILL' && tookMs * availableParallelism() >= limits.cpuMs * 0.9) return tookTooLong();
  if (endedBy === 'SIGKILL' || endedBy === 'SIGTERM' || faultsOfTheMachine.test(said)) {
    return toolFailed(endedBy ? `Ended by ${endedBy}. ${said}` : said);
  }
  return unreadable(said);
}

/** The whole standard output as text, at most 4 MB. */
export async function toolOutput(program: string, parameters: readonly string[], run: ToolRun): Promise<string> {
  const chunks: Buffer[] = [];
  let byteSize = 0;
  await runTool(program, parameters, {
    ...run,
    onOutput: async (output) => {
      for await (const chunk of output as AsyncIterable<Buffer>) {
        byteSize += chunk.length;
        if (byteSize > MAX_TEXT_BYTES) throw unreadable('The description of the file is larger than 4 MB.');
        chunks.push(chunk);
      }
    },
  });
  return Buffer.concat(chunks).toString('utf8');
}
