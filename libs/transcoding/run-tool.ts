import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { tookTooLong, unreadable } from './transcoding.errors.js';

/** What the last lines of a failing tool are cut to. */
const SAID_BYTES = 8 * 1024;
const PRLIMIT = '/usr/bin/prlimit';

export interface ToolLimits {
  /** Time on the clock. */
  wallMs: number;
  /** One file that the tool writes. */
  maxFileBytes: number;
  maxMemoryBytes: number;
}

export const usualLimits: ToolLimits = { wallMs: 120_000, maxFileBytes: 16 * 1024 ** 3, maxMemoryBytes: 8 * 1024 ** 3 };

/**
 * Runs ffmpeg or ffprobe in a directory of its own, without a shell and with an empty environment, bounded in time,
 * memory (where the system has prlimit) and output.
 * @param onOutput takes what it writes to its standard output; nothing is kept
 * @throws UnreadableMedia where the tool fails on its input or runs out of time; the signal's reason where it is aborted
 */
export async function runTool(
  program: string,
  parameters: readonly string[],
  {
    directory,
    limits = usualLimits,
    signal,
    onOutput,
  }: {
    directory: string;
    limits?: ToolLimits;
    signal?: AbortSignal;
    onOutput: (output: Readable) => Promise<void>;
  },
): Promise<void> {
  signal?.throwIfAborted();
  const cpuSeconds = Math.ceil((limits.wallMs / 1000) * 4);
  const bounded = existsSync(PRLIMIT)
    ? [
        PRLIMIT,
        `--cpu=${cpuSeconds}`,
        `--fsize=${limits.maxFileBytes}`,
        `--as=${limits.maxMemoryBytes}`,
        '--core=0',
        '--',
        program,
      ]
    : [program];
  const child = spawn(bounded[0]!, [...bounded.slice(1), ...parameters], {
    cwd: directory,
    env: { PATH: '/usr/bin:/bin', HOME: directory, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const kill = (): void => {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    kill();
  }, limits.wallMs);
  signal?.addEventListener('abort', kill, { once: true });
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
    if (isLate || child.signalCode === 'SIGXCPU') throw tookTooLong();
    if (code !== 0) throw unreadable(said.trim());
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
    kill();
  }
}

/** The whole standard output as text, at most 4 MB. */
export async function toolOutput(
  program: string,
  parameters: readonly string[],
  options: { directory: string; limits?: ToolLimits; signal?: AbortSignal },
): Promise<string> {
  const chunks: Buffer[] = [];
  let byteSize = 0;
  await runTool(program, parameters, {
    ...options,
    onOutput: async (output) => {
      for await (const chunk of output as AsyncIterable<Buffer>) {
        byteSize += chunk.length;
        if (byteSize > 4 * 1024 * 1024) throw unreadable('The description of the file is larger than 4 MB.');
        chunks.push(chunk);
      }
    },
  });
  return Buffer.concat(chunks).toString('utf8');
}
