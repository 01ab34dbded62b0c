import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inputOptions, quietly } from './input-options.js';
import type { MediaTools } from './media-tools.js';
import { toolOutput } from './run-tool.js';
import { copyingLimitsOf } from './work-limits.js';

/** Containers that can be written again with a duration and an index, by the demuxer that reads them. */
const writable: Readonly<Record<string, { muxer: string; extension: string; mimeType: (isVideo: boolean) => string }>> =
  {
    matroska: { muxer: 'webm', extension: 'webm', mimeType: (isVideo) => (isVideo ? 'video/webm' : 'audio/webm') },
    mov: { muxer: 'mp4', extension: 'mp4', mimeType: (isVideo) => (isVideo ? 'video/mp4' : 'audio/mp4') },
  };
const webmCodecs = new Set(['vp8', 'vp9', 'av1', 'opus', 'vorbis']);

/**
 * Writes a recording that lacks its duration or an index again, copying its streams: half a second for ten minutes.
 * @param codecs of its streams, as ffprobe names them
 * @param out the path to write to, for an extension without a dot; its directory holds nothing else that grows
 * @returns what was written, undefined where this container cannot be
 * @throws UnreadableMedia
 */
export async function makePlayable(
  tools: MediaTools,
  path: string,
  demuxer: string,
  codecs: readonly string[],
  out: (extension: string) => string,
  isVideo: boolean,
): Promise<{ path: string; extension: string; mimeType: string } | undefined> {
  const { size: byteSize } = await stat(path);
  const target = writable[demuxer];
  if (!target) return undefined;
  // What some browsers call webm holds H.264: only Matroska itself takes that.
  const isMatroska = target.muxer === 'webm' && !codecs.every((codec) => webmCodecs.has(codec));
  const extension = isMatroska ? 'mkv' : target.extension;
  const file = out(extension);
  const options = [
    ...quietly,
    ...inputOptions(demuxer, path),
    '-map',
    '0:v:0?',
    '-map',
    '0:a:0?',
    '-c',
    'copy',
    // Builds of 2018 call Opus in MP4, which Chromium records, an experiment.
    ...(target.muxer === 'mp4' ? ['-movflags', '+faststart', '-strict', '-2'] : []),
    '-f',
    isMatroska ? 'matroska' : target.muxer,
    file,
  ];
  await toolOutput(tools.ffmpegPath, options, { directory: dirname(file), limits: copyingLimitsOf(byteSize) });
  return { path: file, extension, mimeType: isMatroska ? 'video/x-matroska' : target.mimeType(isVideo) };
}
