import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Piece, wav } from './pieces.js';
import { type Hearing, PiecewiseTranscriber } from './piecewise-transcriber.js';
import { speechRefused, speechUnavailable } from './speech.errors.js';
import { segmentsOf } from './sphinx-output.js';
import type { Heard } from './transcriber.port.js';

const run = promisify(execFile);
const LEAST_TIMEOUT_MS = 60_000;
/** Of the length of the sound; a third of it is usual. */
const SLOWEST = 10;
const MAX_OUTPUT_BYTES = 16 * 1024 ** 2;

/**
 * PocketSphinx as Debian packages it: English, offline, light, and wrong in every third word. It serves to try the whole
 * way of a transcript on a machine without a better engine.
 */
export class PocketsphinxTranscriber extends PiecewiseTranscriber {
  /** @param program `pocketsphinx_continuous` on the PATH, or its path */
  constructor(private readonly program = 'pocketsphinx_continuous') {
    super();
  }

  protected async hear(piece: Piece, { directory, signal }: Hearing): Promise<Heard> {
    const file = join(directory, 'piece.wav');
    await writeFile(file, wav(piece.samples));
    const seconds = piece.endSeconds - piece.startSeconds;
    try {
      const { stdout } = await run(this.program, ['-infile', file, '-time', 'yes', '-logfn', '/dev/null'], {
        cwd: directory,
        env: { PATH: process.env.PATH, LC_ALL: 'C' },
        timeout: LEAST_TIMEOUT_MS + seconds * SLOWEST * 1000,
        killSignal: 'SIGKILL',
        maxBuffer: MAX_OUTPUT_BYTES,
        ...(signal && { signal }),
      });
      return { language: 'en', segments: segmentsOf(stdout) };
    } catch (error) {
      signal?.throwIfAborted();
      const { code, killed } = error as { code?: string | number; killed?: boolean };
      // Not there, or too slow on this machine: not the fault of the recording.
      if (killed || typeof code === 'string') throw speechUnavailable(`${this.program}: ${error}`);
      throw speechRefused(`${this.program}: ${error}`);
    } finally {
      await rm(file, { force: true });
    }
  }
}
