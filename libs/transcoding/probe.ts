import { dirname } from 'node:path';
import type { MediaTools } from './media-tools.js';
import { toolOutput } from './run-tool.js';
import { noStreams, tooLarge, unreadable } from './transcoding.errors.js';

export interface MediaFacts {
  /** Null where the header does not say: a recording as browsers make it. */
  durationMs: number | null;
  video: VideoFacts | null;
  audio: AudioFacts | null;
}

export interface VideoFacts {
  codec: string;
  /** As shown: after rotation, with square pixels. */
  width: number;
  height: number;
  /** Frames a second on average; null where unknown. */
  frameRate: number | null;
  isHdr: boolean;
}

export interface AudioFacts {
  codec: string;
  channels: number;
}

/** 8K; beyond, one frame alone fills the memory of a small server. */
const MAX_PIXELS = 7680 * 4320;
const MAX_DURATION_MS = 12 * 3_600_000;
const PROBE_LIMITS = { wallMs: 30_000, maxFileBytes: 1024 * 1024, maxMemoryBytes: 4 * 1024 ** 3 };

/** Options that open a file of ours, as what it was found to be, and nothing else. */
export const inputOptions = (demuxer: string, path: string): string[] => [
  '-protocol_whitelist',
  'file',
  '-f',
  demuxer,
  '-max_pixels',
  String(MAX_PIXELS),
  '-i',
  `file:${path}`,
];

interface Stream {
  codec_type: string;
  codec_name?: string;
  width?: number;
  height?: number;
  sample_aspect_ratio?: string;
  avg_frame_rate?: string;
  color_transfer?: string;
  channels?: number;
  duration?: string;
  disposition?: { attached_pic?: number };
  tags?: { rotate?: string };
  side_data_list?: { rotation?: number }[];
}

/**
 * Reads what a recording holds, as plain facts.
 * @throws UnreadableMedia
 */
export async function probe(
  tools: MediaTools,
  path: string,
  demuxer: string,
  signal?: AbortSignal,
): Promise<MediaFacts> {
  const options = [
    '-v',
    'error',
    '-of',
    'json',
    '-show_format',
    '-show_streams',
    ...inputOptions(demuxer, path).filter((option) => option !== '-max_pixels' && option !== String(MAX_PIXELS)),
  ];
  const text = await toolOutput(tools.ffprobePath, options, { directory: dirname(path), limits: PROBE_LIMITS, signal });
  let found: { streams?: Stream[]; format?: { duration?: string } };
  try {
    found = JSON.parse(text);
  } catch {
    throw unreadable('The description of the file is not JSON.');
  }
  const streams = found.streams ?? [];
  // The cover picture of a song is a video stream too, and no video.
  const video = streams.find(
    (stream) => stream.codec_type === 'video' && stream.codec_name && !stream.disposition?.attached_pic,
  );
  const audio = streams.find(
    (stream) => stream.codec_type === 'audio' && stream.codec_name && (stream.channels ?? 0) > 0,
  );
  const facts: MediaFacts = {
    durationMs: durationOf(found.format?.duration, video, audio),
    video: video?.width && video.height ? videoFacts(video, video.width, video.height) : null,
    audio: audio ? { codec: audio.codec_name!, channels: audio.channels! } : null,
  };
  if (!facts.video && !facts.audio) throw noStreams();
  if (facts.video && facts.video.width * facts.video.height > MAX_PIXELS) throw tooLarge('pixels');
  if ((facts.durationMs ?? 0) > MAX_DURATION_MS) throw tooLarge('hours');
  return facts;
}

function durationOf(format: string | undefined, ...streams: (Stream | undefined)[]): number | null {
  const seconds = [format, ...streams.map((stream) => stream?.duration)]
    .map(Number)
    .filter((value) => value > 0 && Number.isFinite(value));
  return seconds.length > 0 ? Math.round(Math.max(...seconds) * 1000) : null;
}

function videoFacts(stream: Stream, width: number, height: number): VideoFacts {
  const turned =
    Math.abs(Number(stream.tags?.rotate ?? stream.side_data_list?.find((data) => data.rotation)?.rotation ?? 0)) %
      180 ===
    90;
  const [numerator, denominator] = (stream.sample_aspect_ratio ?? '1:1').split(':').map(Number);
  const stretch = numerator && denominator ? numerator / denominator : 1;
  const shownWidth = Math.max(1, Math.round(width * stretch));
  return {
    codec: stream.codec_name!,
    width: turned ? height : shownWidth,
    height: turned ? shownWidth : height,
    frameRate: rate(stream.avg_frame_rate),
    isHdr: stream.color_transfer === 'smpte2084' || stream.color_transfer === 'arib-std-b67',
  };
}

function rate(text: string | undefined): number | null {
  const [numerator, denominator] = (text ?? '').split('/').map(Number);
  const value = numerator && denominator ? numerator / denominator : 0;
  return value > 0 && Number.isFinite(value) ? value : null;
}
