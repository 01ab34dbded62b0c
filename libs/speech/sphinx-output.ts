import type { HeardSegment } from './transcriber.port.js';

/** Silence that parts two captions. */
const GAP_SECONDS = 0.6;
/** Longer captions are not read at once. */
const MOST_SECONDS = 7;

const timedWord = /^(\S+) (\d+\.\d+) (\d+\.\d+) \d+\.\d+$/;
/** Silence, breath, noise. */
const noWord = /^[<[+]/;

/**
 * What PocketSphinx writes with `-time yes`: a line for each utterance, then one for each of its words: `word(2) 0.21
 * 0.32 0.99`, where (2) says which pronunciation was heard.
 */
export function segmentsOf(output: string): HeardSegment[] {
  const segments: HeardSegment[] = [];
  let current: HeardSegment | undefined;
  for (const line of output.split('\n')) {
    const match = timedWord.exec(line.trim());
    if (!match) {
      current = undefined;
      continue;
    }
    if (noWord.test(match[1]!)) continue;
    const [word, start, end] = [match[1]!.replace(/\(\d+\)$/, ''), Number(match[2]), Number(match[3])];
    if (current && start - current.endSeconds < GAP_SECONDS && end - current.startSeconds <= MOST_SECONDS) {
      current.text += ` ${word}`;
      current.endSeconds = end;
    } else {
      current = { startSeconds: start, endSeconds: end, text: word };
      segments.push(current);
    }
  }
  return segments;
}
