import type { SpokenSegment } from './segments.js';

/** Players drop a cue that ends as it begins. */
const LEAST_CUE_SECONDS = 0.1;

/** A transcript as captions. @see https://www.w3.org/TR/webvtt1/#syntax */
export function webVtt(segments: readonly SpokenSegment[]): string {
  const cues = segments.map(({ startSeconds, endSeconds, text }) => {
    const end = Math.max(endSeconds, startSeconds + LEAST_CUE_SECONDS);
    return `${timestamp(startSeconds)} --> ${timestamp(end)}\n${escaped(text)}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

/** `01:02:03.450`; hours have as many digits as they need. */
export function timestamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const digits = (value: number, length = 2) => String(Math.floor(value)).padStart(length, '0');
  const [hours, minutes] = [ms / 3_600_000, (ms / 60_000) % 60];
  return `${digits(hours)}:${digits(minutes)}:${digits((ms / 1000) % 60)}.${digits(ms % 1000, 3)}`;
}

/** An empty line would end the cue. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\s*[\r\n]\s*/g, '\n');
