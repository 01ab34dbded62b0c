import { Injectable } from '@nestjs/common';
import type { MediaKind, RenditionKind } from './media.entity.js';

/** What the bytes of a file say that it is. */
export interface Sniffed {
  kind: MediaKind;
  mimeType: string;
  /** Without a dot: `webm`. */
  extension: string;
}

/** A file as it is kept and played until renditions are there. */
export interface Playable extends Sniffed {
  path: string;
  durationMs: number | null;
  width: number | null;
  height: number | null;
}

export interface MadeRendition {
  kind: RenditionKind;
  /** Relative to the directory of the work; HLS: the master playlist, beside which its other files lie. */
  path: string;
  mimeType: string;
  /** Every file of it, with what it is. */
  files: { path: string; mimeType: string }[];
}

export interface Transcoded {
  kind: MediaKind;
  durationMs: number | null;
  width: number | null;
  height: number | null;
  waveform: number[] | null;
  renditions: MadeRendition[];
}

/** A file that no attempt can make playable. `message` is a sentence for people. */
export class UnreadableRecording extends Error {
  override readonly name = 'UnreadableRecording';
}

@Injectable()
export class Recordings {
  async sniff(_path: string): Promise<Sniffed | undefined> {
    return undefined;
  }

  makePlayable(_path: string, _sniffed: Sniffed, _directory: string): Promise<Playable> {
    throw new Error('to come');
  }

  transcode(
    _path: string,
    _directory: string,
    _options: { signal: AbortSignal; onProgress: (done: number) => void },
  ): Promise<Transcoded> {
    throw new Error('to come');
  }
}
