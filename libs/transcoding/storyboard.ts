import { SEGMENT_SECONDS } from './segment-seconds.js';

export const STORYBOARD_FOLDER = 'storyboard';
export const STORYBOARD_SPRITE = `${STORYBOARD_FOLDER}/sprite.jpg`;
export const STORYBOARD_CUES = `${STORYBOARD_FOLDER}/storyboard.vtt`;

/** Enough for the width of a player; a sprite of these is about a megabyte. */
const MOST_PICTURES = 150;
const COLUMNS = 10;
/** Of the shorter side of each picture. */
const SHORT_SIDE = 90;
const LONGEST_SIDE = 240;
const FEWEST_PICTURES = 10;

/** Small pictures of a video, one for every few seconds, all in one sprite. */
export interface StoryboardPlan {
  /** Of one picture. */
  width: number;
  height: number;
  columns: number;
  rows: number;
  count: number;
  /** Whole seconds; from 4 on a multiple of the distance of key frames. */
  intervalSeconds: number;
}

export function planStoryboard(size: { width: number; height: number }, durationMs: number): StoryboardPlan {
  const seconds = Math.max(0.001, durationMs / 1000);
  const wanted = Math.max(seconds / MOST_PICTURES, Math.min(SEGMENT_SECONDS, seconds / FEWEST_PICTURES));
  const intervalSeconds =
    wanted > SEGMENT_SECONDS - 1
      ? Math.ceil(wanted / SEGMENT_SECONDS) * SEGMENT_SECONDS
      : Math.max(1, Math.ceil(wanted));
  const count = Math.max(1, Math.ceil(seconds / intervalSeconds));
  const scale = SHORT_SIDE / Math.min(size.width, size.height);
  const side = (length: number): number => Math.max(2, Math.round(Math.min(LONGEST_SIDE, length * scale) / 2) * 2);
  const columns = Math.min(COLUMNS, count);
  return {
    width: side(size.width),
    height: side(size.height),
    columns,
    rows: Math.ceil(count / columns),
    count,
    intervalSeconds,
  };
}

/** Before the input: where a key frame is near enough, nothing else is decoded. */
export const storyboardDecoding = ({ intervalSeconds }: StoryboardPlan): string[] =>
  intervalSeconds % SEGMENT_SECONDS === 0 ? ['-skip_frame', 'nokey'] : [];

/** Behind the mapping of the video. */
export function storyboardOutput({ width, height, columns, rows, intervalSeconds }: StoryboardPlan): string[] {
  // Of two frames half a second apart either shows the moment.
  const select = `select='isnan(prev_selected_t)+gte(t,floor(prev_selected_t/${intervalSeconds}+0.5)*${intervalSeconds}+${intervalSeconds}-0.02)'`;
  const filters = `${select},scale=${width}:${height}:flags=bicubic,setsar=1,tile=${columns}x${rows}`;
  const sprite = [
    '-frames:v',
    '1',
    '-q:v',
    '5',
    '-pix_fmt',
    'yuvj420p',
    '-f',
    'image2',
    '-update',
    '1',
    STORYBOARD_SPRITE,
  ];
  return ['-vf', filters, '-vsync', 'passthrough', ...sprite];
}

/**
 * Which part of the sprite shows which moments, as WebVTT with media fragments: what players' scrubbers read.
 * @see https://www.w3.org/TR/media-frags/#naming-space
 */
export function storyboardCues(
  { width, height, columns, count, intervalSeconds }: StoryboardPlan,
  durationMs: number,
): string {
  const sprite = STORYBOARD_SPRITE.slice(STORYBOARD_FOLDER.length + 1);
  const lines = ['WEBVTT', ''];
  for (let index = 0; index < count; index++) {
    const startMs = index * intervalSeconds * 1000;
    const endMs = index === count - 1 ? Math.max(durationMs, startMs + 1) : startMs + intervalSeconds * 1000;
    const at = `${(index % columns) * width},${Math.floor(index / columns) * height},${width},${height}`;
    lines.push(`${time(startMs)} --> ${time(endMs)}`, `${sprite}#xywh=${at}`, '');
  }
  return lines.join('\n');
}

function time(ms: number): string {
  const digits = (value: number, length = 2) => String(Math.floor(value)).padStart(length, '0');
  return `${digits(ms / 3_600_000)}:${digits((ms / 60_000) % 60)}:${digits((ms / 1000) % 60)}.${digits(ms % 1000, 3)}`;
}
