export interface MediaFacts {
  /** Null where the header does not say: a recording as browsers make it, which has no index to seek by either. */
  durationMs: number | null;
  byteSize: number;
  video: VideoFacts | null;
  audio: AudioFacts | null;
}

export interface VideoFacts {
  /** Which stream of the file; a cover picture may stand before the video. */
  streamIndex: number;
  codec: string;
  /** As shown: after rotation, with square pixels. */
  width: number;
  height: number;
  /** Clockwise degrees by which players turn the picture: 0, 90, 180, 270. */
  rotation: number;
  /** Frames a second on average; null where unknown. */
  frameRate: number | null;
  /** Frames come at uneven times, as from browsers and screens. */
  isVariable: boolean;
  pixelFormat: string | null;
  /** How light is written in a high dynamic range picture; null for an ordinary one. @see ITU-R BT.2100 */
  hdrTransfer: 'smpte2084' | 'arib-std-b67' | null;
  isHdr: boolean;
}

export interface AudioFacts {
  streamIndex: number;
  codec: string;
  channels: number;
  sampleRateHz: number | null;
}

/** What calls itself longer is no recording. */
export const MAX_DURATION_MS = 12 * 3_600_000;
