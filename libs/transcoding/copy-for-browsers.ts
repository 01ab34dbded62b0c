import { dirname } from 'node:path';
import { inputOptions, quietly } from './input-options.js';
import type { MediaFacts } from './media-facts.js';
import type { MediaTools } from './media-tools.js';
import { toolOutput } from './run-tool.js';
import { copyingLimitsOf, type ToolLimits } from './work-limits.js';

/** What becomes of each stream. */
export interface CopyPlan {
  videoStreamIndex: number;
  /** Null without sound. */
  audio: { streamIndex: number; isCopied: boolean } | null;
  limits: ToolLimits;
}

/** In MP4, by all of the usual browsers. */
const playedVideo = new Set(['h264', 'av1', 'vp9']);
const playedSound = new Set(['aac', 'mp3', 'opus', 'flac']);
const playedPixels = new Set(['yuv420p', 'yuvj420p']);

/**
 * How a video is put into an MP4 without touching its pictures; sound that browsers do not know is made anew, which takes
 * seconds.
 * @returns undefined for pictures that browsers do not play
 */
export function planCopy({ video, audio, byteSize, durationMs }: MediaFacts): CopyPlan | undefined {
  if (!video || !playedVideo.has(video.codec) || !playedPixels.has(video.pixelFormat ?? '')) return undefined;
  return {
    videoStreamIndex: video.streamIndex,
    audio: audio && { streamIndex: audio.streamIndex, isCopied: playedSound.has(audio.codec) },
    limits: copyingLimitsOf(byteSize, durationMs),
  };
}

/**
 * Writes what browsers play of a file whose container they do not open, with an index in front.
 * @param out a path; its directory holds nothing else that grows
 * @throws UnreadableMedia; HubError media.tool_failed; the signal's reason where it is aborted
 */
export async function copyForBrowsers(
  tools: MediaTools,
  path: string,
  demuxer: string,
  { videoStreamIndex, audio, limits }: CopyPlan,
  out: string,
  signal?: AbortSignal,
): Promise<void> {
  const sound = audio?.isCopied ? ['-c:a', 'copy'] : ['-c:a', 'aac', '-ac', '2', '-b:a', '128k'];
  await toolOutput(
    tools.ffmpegPath,
    [
      // Old containers know no order of pictures but that of the file.
      ...[...quietly, '-fflags', '+genpts', ...inputOptions(demuxer, path)],
      ...[
        '-map',
        `0:${videoStreamIndex}`,
        '-c:v',
        'copy',
        ...(audio ? ['-map', `0:${audio.streamIndex}`, ...sound] : []),
      ],
      ...['-map_metadata', '-1', '-map_chapters', '-1', '-movflags', '+faststart', '-strict', '-2', '-f', 'mp4', out],
    ],
    { directory: dirname(out), limits, ...(signal && { signal }) },
  );
}
