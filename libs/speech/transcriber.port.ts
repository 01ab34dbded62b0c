/** Of the sound that engines hear: signed samples of 16 bits, little-endian, one channel. */
export const SPEECH_RATE_HZ = 16_000;

export interface HeardSegment {
  startSeconds: number;
  endSeconds: number;
  text: string;
}

export interface Heard {
  /** BCP 47; null where the engine does not say. */
  language: string | null;
  /** In the order in which they are spoken; empty where nobody speaks. */
  segments: HeardSegment[];
}

export interface TranscribeOptions {
  /** Names and words of the organisation; engines that take no hints leave them. */
  glossary?: readonly string[];
  signal?: AbortSignal;
  /** Takes a share from 0 to 1. */
  onProgress?: (done: number) => void;
}

/**
 * Writes down what is said. What an engine needs beside the sound is the adapter's own; nothing leaves this machine
 * unless an administrator has named an address.
 */
export abstract class Transcriber {
  /** False: no recording gets a transcript, and none is missed. */
  abstract readonly isConfigured: boolean;

  /**
   * @param path of raw samples as {@link SPEECH_RATE_HZ} describes; beside it lie the adapter's own files meanwhile
   * @throws HubError speech.unavailable where another attempt may help, speech.refused where none will; the signal's
   * reason where it is aborted
   */
  abstract transcribe(path: string, options?: TranscribeOptions): Promise<Heard>;
}
