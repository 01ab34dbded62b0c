import { open } from 'node:fs/promises';
import { SPEECH_RATE_HZ } from './transcriber.port.js';

const BYTES_PER_SAMPLE = 2;
const BYTES_PER_SECOND = SPEECH_RATE_HZ * BYTES_PER_SAMPLE;
/** An engine is asked for this much at once: a bounded request, and progress between them. 10 MB. */
const PIECE_SECONDS = 300;
/** Where in the end of a piece it is cut: at the quietest moment. */
const CUT_WITHIN_SECONDS = 30;
const MOMENT_BYTES = BYTES_PER_SECOND / 5;
/** Of full scale; microphones alone make this much. Engines make words up out of less. */
const SILENCE = 0.004;

export interface Piece {
  startSeconds: number;
  endSeconds: number;
  samples: Buffer;
  /** Nobody speaks in it. */
  isSilent: boolean;
}

/** Cuts samples into pieces of five minutes at most, between words. Only one piece is in memory at a time. */
export async function* piecesOf(path: string, pieceSeconds = PIECE_SECONDS): AsyncGenerator<Piece & { done: number }> {
  const file = await open(path);
  try {
    const total = Math.floor((await file.stat()).size / BYTES_PER_SAMPLE) * BYTES_PER_SAMPLE;
    for (let at = 0; at < total; ) {
      const buffer = Buffer.alloc(Math.min(pieceSeconds * BYTES_PER_SECOND, total - at));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      if (bytesRead < BYTES_PER_SAMPLE) return;
      const isLast = at + bytesRead >= total;
      const samples = buffer.subarray(0, isLast ? bytesRead : quietestEnd(buffer.subarray(0, bytesRead)));
      const end = at + samples.length;
      const times = { startSeconds: at / BYTES_PER_SECOND, endSeconds: end / BYTES_PER_SECOND };
      yield { ...times, samples, isSilent: peak(samples) < SILENCE * 32_768, done: end / total };
      at = end;
    }
  } finally {
    await file.close();
  }
}

/** The middle of the quietest fifth of a second near the end. */
function quietestEnd(samples: Buffer): number {
  const from = Math.max(samples.length / 2, samples.length - CUT_WITHIN_SECONDS * BYTES_PER_SECOND);
  let best = samples.length;
  let least = Number.POSITIVE_INFINITY;
  for (
    let at = Math.floor(from / MOMENT_BYTES) * MOMENT_BYTES;
    at + MOMENT_BYTES <= samples.length;
    at += MOMENT_BYTES
  ) {
    const loudness = energy(samples.subarray(at, at + MOMENT_BYTES));
    if (loudness > least) continue;
    least = loudness;
    best = at + MOMENT_BYTES / 2;
  }
  return best;
}

function energy(samples: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 1 < samples.length; at += BYTES_PER_SAMPLE) sum += samples.readInt16LE(at) ** 2;
  return sum;
}

function peak(samples: Buffer): number {
  let most = 0;
  for (let at = 0; at + 1 < samples.length; at += BYTES_PER_SAMPLE)
    most = Math.max(most, Math.abs(samples.readInt16LE(at)));
  return most;
}

/** Samples with the header that makes a WAV of them. @see RFC 2361 */
export function wav(samples: Buffer): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SPEECH_RATE_HZ, 24);
  header.writeUInt32LE(BYTES_PER_SECOND, 28);
  header.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  header.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}
