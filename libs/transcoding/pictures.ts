import { dirname } from 'node:path';
import { jpegOrientation, type Orientation } from './exif-orientation.js';
import { decodingOptions, inputOptions, MAX_PIXELS, quietly } from './input-options.js';
import type { MediaTools } from './media-tools.js';
import { toolOutput } from './run-tool.js';
import { tooLarge, UnreadableMedia, unreadable } from './transcoding.errors.js';
import { copyingLimits, readingLimits } from './work-limits.js';

export interface PictureFacts {
  demuxer: string;
  /** As shown. */
  width: number;
  height: number;
  orientation: Orientation;
  /** More than one picture: a GIF that moves. */
  isAnimated: boolean;
  hasAlpha: boolean;
}

/** What all of these tools read, each by the one demuxer that may open it. Others are kept and shown as they are. */
const demuxers: Readonly<Record<string, string>> = {
  'image/png': 'png_pipe',
  'image/apng': 'apng',
  'image/jpeg': 'jpeg_pipe',
  'image/gif': 'gif',
  'image/webp': 'webp_pipe',
  'image/bmp': 'bmp_pipe',
  'image/tiff': 'tiff_pipe',
  'image/avif': 'mov',
};
/** What older builds cannot read while browsers can: shown as it came, and no fault of the file. */
const knownToBrowsers = new Set(['image/webp', 'image/avif']);
const turns: Readonly<Record<Orientation, string[]>> = {
  1: [],
  2: ['hflip'],
  3: ['hflip', 'vflip'],
  4: ['vflip'],
  5: ['transpose=0'],
  6: ['transpose=1'],
  7: ['transpose=3'],
  8: ['transpose=2'],
};
const withAlpha = /^(rgba|bgra|argb|abgr|yuva|ya8|ya16|gbrap|pal8)/;
const QUALITY = 82;

/** The picture itself for screens of any size, and a small one for lists. */
export const PICTURE_FILES = [
  { file: 'image.webp', longestSide: 2_560 },
  { file: 'poster.webp', longestSide: 640 },
] as const;

/**
 * What a picture is, from its head.
 * @param mimeType as its bytes were found to be
 * @returns undefined for a kind of picture that the tools do not read
 * @throws UnreadableMedia media.unreadable, media.too_large
 */
export async function probePicture(
  tools: MediaTools,
  path: string,
  mimeType: string,
): Promise<PictureFacts | undefined> {
  const demuxer = demuxers[mimeType];
  if (!demuxer) return undefined;
  // Two packets tell a picture that moves from one that does not.
  const asked = [
    '-count_packets',
    '-read_intervals',
    '%+#2',
    '-show_entries',
    'stream=width,height,pix_fmt,nb_read_packets',
  ];
  const options = ['-v', 'error', '-of', 'json', ...asked, ...inputOptions(demuxer, path)];
  const text = await toolOutput(tools.ffprobePath, options, { directory: dirname(path), limits: readingLimits }).catch(
    (error: unknown) => {
      if (mimeType === 'image/avif' && error instanceof UnreadableMedia) return '{}';
      throw error;
    },
  );
  const found = JSON.parse(text) as {
    streams?: { width?: number; height?: number; pix_fmt?: string; nb_read_packets?: string }[];
  };
  const stream = found.streams?.[0];
  if (!stream?.width || !stream.height) {
    if (knownToBrowsers.has(mimeType)) return undefined;
    throw unreadable('It has no size.');
  }
  if (stream.width * stream.height > MAX_PIXELS) throw tooLarge('pixels');
  const orientation = mimeType === 'image/jpeg' ? await jpegOrientation(path) : 1;
  const [width, height] = orientation >= 5 ? [stream.height, stream.width] : [stream.width, stream.height];
  const isAnimated = (demuxer === 'gif' || demuxer === 'apng') && Number(stream.nb_read_packets) > 1;
  return { demuxer, width, height, orientation, isAnimated, hasAlpha: withAlpha.test(stream.pix_fmt ?? '') };
}

/**
 * Writes a picture upright, in the sizes of {@link PICTURE_FILES} and never larger than it is, as WebP without anything
 * that the camera wrote beside it: place, owner, serial numbers.
 * @throws UnreadableMedia; HubError media.tool_failed; the signal's reason where it is aborted
 */
export async function makePictures(
  tools: MediaTools,
  path: string,
  facts: PictureFacts,
  directory: string,
  signal?: AbortSignal,
): Promise<void> {
  const format = facts.hasAlpha ? 'yuva420p' : 'yuv420p';
  const turned = [...turns[facts.orientation], 'split=2[v0][v1]'].join(',');
  const sized = PICTURE_FILES.map(({ longestSide }, index) => {
    const scale = Math.min(1, longestSide / Math.max(facts.width, facts.height));
    const side = (length: number): number => Math.max(1, Math.round(length * scale));
    return `[v${index}]scale=${side(facts.width)}:${side(facts.height)}:flags=lanczos,format=${format}[o${index}]`;
  });
  const outputs = PICTURE_FILES.flatMap(({ file }, index) => [
    ...['-map', `[o${index}]`, '-map_metadata', '-1', '-frames:v', '1'],
    ...['-c:v', 'libwebp', '-quality', String(QUALITY), '-f', 'webp', file],
  ]);
  const input = ['-noautorotate', ...decodingOptions(1), ...inputOptions(facts.demuxer, path)];
  await toolOutput(
    tools.ffmpegPath,
    [...quietly, ...input, '-filter_complex', [`[0:v:0]${turned}`, ...sized].join(';'), ...outputs],
    { directory, limits: { ...copyingLimits, maxFileBytes: 64 * 1024 ** 2 }, ...(signal && { signal }) },
  );
}
