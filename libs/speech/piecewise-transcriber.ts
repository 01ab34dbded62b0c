import { dirname } from 'node:path';
import { type Piece, piecesOf } from './pieces.js';
import { type Heard, type HeardSegment, type TranscribeOptions, Transcriber } from './transcriber.port.js';

/** What one piece is heard with. */
export interface Hearing {
  glossary: readonly string[];
  signal: AbortSignal | undefined;
  /** For files of its own. */
  directory: string;
}

/** An engine that is given one piece after the other; times within a piece become times of the recording. */
export abstract class PiecewiseTranscriber extends Transcriber {
  readonly isConfigured = true;

  /** @returns times from the beginning of the piece */
  protected abstract hear(piece: Piece, hearing: Hearing): Promise<Heard>;

  async transcribe(path: string, { glossary = [], signal, onProgress }: TranscribeOptions = {}): Promise<Heard> {
    const hearing = { glossary, signal, directory: dirname(path) };
    const segments: HeardSegment[] = [];
    let language: string | null = null;
    for await (const piece of piecesOf(path)) {
      signal?.throwIfAborted();
      if (!piece.isSilent) {
        const heard = await this.hear(piece, hearing);
        language ??= heard.language;
        segments.push(...heard.segments.map((segment) => within(piece, segment)));
      }
      onProgress?.(piece.done);
    }
    return { language, segments: segments.filter(({ text }) => text !== '') };
  }
}

/** Engines round up, and some go on after the end. */
function within({ startSeconds, endSeconds }: Piece, segment: HeardSegment): HeardSegment {
  const start = Math.min(endSeconds, startSeconds + Math.max(0, segment.startSeconds));
  const end = Math.min(endSeconds, Math.max(start, startSeconds + segment.endSeconds));
  return { startSeconds: start, endSeconds: end, text: segment.text.trim() };
}
