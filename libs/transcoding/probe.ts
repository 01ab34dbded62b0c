import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inputOptions, MAX_PIXELS } from './input-options.js';
import { MAX_DURATION_MS, type MediaFacts, type VideoFacts } from './media-facts.js';
import type { MediaTools } from './media-tools.js';
import { toolOutput } from './run-tool.js';
import { noStreams, tooLarge, unreadable } from './transcoding.errors.js';
import { readingLimits } from './work-limits.js';

/** Twelve hours of 1080p at 30 frames a second, or three of 4K. */
const MAX_PIXELS_OF_ALL_FRAMES = 2.7e12;
/** Cameras in slow motion write 240; more is a way to make work. */
const MAX_FRAMES_PER_SECOND = 1_000;

interface Stream {
  index: number;
  codec_type: string;
  codec_name?: string;
  width?: number;
  height?: number;
  pix_fmt?: string;
  sample_aspect_ratio?: string;
  avg_frame_rate?: string;
  r_frame_rate?: string;
  nb_frames?: string;
  color_transfer?: string;
  channels?: number;
  sample_rate?: string;
  duration?: string;
  disposition?: { attached_pic?: number };
  tags?: { rotate?: string };
  side_data_list?: { rotation?: number }[];
}

/**
 * Reads what a recording holds, as plain facts.
 * @param demuxer as {@link sniff} found it
 * @throws UnreadableMedia media.unreadable, media.no_streams, media.too_large, media.took_too_long
 */
export async function probe(
  tools: MediaTools,
  path: string,
  demuxer: string,
  signal?: AbortSignal,
  limits = readingLimits,
): Promise<MediaFacts> {
  const options = ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', ...inputOptions(demuxer, path)];
  const text = await toolOutput(tools.ffprobePath, options, { directory: dirname(path), limits, signal });
  let found: { streams?: Stream[]; format?: { duration?: string } };
  try {
    found = JSON.parse(text);
  } catch {
    throw unreadable('The description of the file is not JSON.');
  }
  const facts = { ...factsOf(found.streams ?? [], found.format?.duration), byteSize: (await stat(path)).size };
  if (!facts.video && !facts.audio) throw noStreams();
  checkLength(facts.durationMs, facts.byteSize);
  return facts;
}

/** Speech at the lowest rate, and the pauses in it, need several times as much. */
const LEAST_BYTES_PER_SECOND = 16;
/** Shorter ones are little work whatever they hold. */
const SHORT_SECONDS = 600;

/**
 * A rate or a time that was changed in a header turns a second into hours, which are filled up with silence and worked
 * through like any others. @throws UnreadableMedia media.too_large
 */
export function checkLength(durationMs: number | null, byteSize: number): void {
  const seconds = (durationMs ?? 0) / 1000;
  if (seconds > SHORT_SECONDS && byteSize < seconds * LEAST_BYTES_PER_SECOND) throw tooLarge('hours');
}

function factsOf(streams: readonly Stream[], duration: string | undefined): Omit<MediaFacts, 'byteSize'> {
  // The cover picture of a song is a video stream too, and no video.
  const video = streams.find(
    (stream) => stream.codec_type === 'video' && stream.codec_name && !stream.disposition?.attached_pic,
  );
  const audio = streams.find(
    (stream) => stream.codec_type === 'audio' && stream.codec_name && (stream.channels ?? 0) > 0 && isSound(stream),
  );
  const durationMs = durationOf(duration, video, audio);
  if ((durationMs ?? 0) > MAX_DURATION_MS) throw tooLarge('hours');
  if (video?.width && video.height) checkWork(video, video.width * video.height, durationMs);
  return {
    durationMs,
    video: video?.width && video.height ? videoFacts(video, video.width, video.height) : null,
    audio: audio
      ? {
          streamIndex: audio.index,
          codec: audio.codec_name!,
          channels: audio.channels!,
          sampleRateHz: Number(audio.sample_rate) || null,
        }
      : null,
  };
}

/** Telephones have 8,000 samples a second; with a handful, a second of bytes lasts for hours. */
function isSound({ sample_rate: rate }: Stream): boolean {
  const hz = Number(rate);
  return !hz || (hz >= 3_000 && hz <= 800_000);
}

/** A few kilobytes can unfold into hours of decoding. @throws UnreadableMedia media.too_large */
function checkWork(stream: Stream, pixels: number, durationMs: number | null): void {
  if (pixels > MAX_PIXELS) throw tooLarge('pixels');
  const seconds = (durationMs ?? 0) / 1000;
  const frames = Number(stream.nb_frames) || seconds * Math.min(rate(stream.avg_frame_rate) ?? 30, 60);
  if (frames > MAX_FRAMES_PER_SECOND * Math.max(1, seconds)) throw tooLarge('pictures');
  if (pixels * frames > MAX_PIXELS_OF_ALL_FRAMES) throw tooLarge('pictures');
}

function durationOf(format: string | undefined, ...streams: (Stream | undefined)[]): number | null {
  const seconds = [format, ...streams.map((stream) => stream?.duration)]
    .map(Number)
    .filter((value) => value > 0 && Number.isFinite(value));
  return seconds.length > 0 ? Math.round(Math.max(...seconds) * 1000) : null;
}

function videoFacts(stream: Stream, width: number, height: number): VideoFacts {
  const rotation = rotationOf(stream);
  const isTurned = rotation % 180 === 90;
  const [numerator, denominator] = (stream.sample_aspect_ratio ?? '1:1').split(':').map(Number);
  const stretch = numerator && denominator ? numerator / denominator : 1;
  const shownWidth = Math.max(1, Math.round(width * stretch));
  const frameRate = rate(stream.avg_frame_rate);
  const ticks = rate(stream.r_frame_rate);
  const hdrTransfer = hdrTransfers.find((transfer) => transfer === stream.color_transfer) ?? null;
  return {
    streamIndex: stream.index,
    codec: stream.codec_name!,
    width: isTurned ? height : shownWidth,
    height: isTurned ? shownWidth : height,
    rotation,
    frameRate,
    isVariable: frameRate === null || ticks === null || Math.abs(ticks - frameRate) > frameRate * 0.02,
    pixelFormat: stream.pix_fmt ?? null,
    hdrTransfer,
    isHdr: hdrTransfer !== null,
  };
}

const hdrTransfers = ['smpte2084', 'arib-std-b67'] as const;

/** Old builds say it in a tag, clockwise; newer ones in the display matrix, the other way round. */
function rotationOf({ tags, side_data_list: sideData }: Stream): number {
  const matrix = sideData?.find((data) => data.rotation !== undefined)?.rotation;
  const degrees = matrix !== undefined ? -matrix : Number(tags?.rotate ?? 0);
  return (((Math.round(degrees / 90) * 90) % 360) + 360) % 360 || 0;
}

function rate(text: string | undefined): number | null {
  const [numerator, denominator] = (text ?? '').split('/').map(Number);
  const value = numerator && denominator ? numerator / denominator : 0;
  return value > 0 && Number.isFinite(value) ? value : null;
}
