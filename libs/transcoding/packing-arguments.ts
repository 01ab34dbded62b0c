import { AUDIO_FILE, rungFile } from './encode-arguments.js';
import { ownInput, quietly } from './input-options.js';
import type { RenditionPlan } from './plan-renditions.js';
import { SEGMENT_SECONDS } from './segment-seconds.js';
import { storyboardDecoding, storyboardOutput } from './storyboard.js';
import { WAVEFORM_RATE_HZ } from './waveform.js';

export const HLS_FOLDER = 'hls';
export const PROGRESSIVE_FILE = 'video.mp4';
export const POSTER_FILE = 'poster.jpg';
export const PREVIEW_FILE = 'preview.mp4';

export const rungPlaylist = (name: string): string => `v${name}.m3u8`;
export const AUDIO_PLAYLIST = 'a.m3u8';

/**
 * The one command that packs what was encoded, in the directory of the work: HLS and MP4 by copying, the poster, and
 * the sound as samples on its standard output.
 * @param framesKeptBack by the encoder; players see pictures that much later than in the MP4
 */
export function packingArguments(plan: RenditionPlan, framesKeptBack: number): string[] {
  const rungs = plan.rungs.map((rung) => ownInput(rungFile(rung.name)));
  const inputs = [...rungs];
  const outputs = plan.rungs.map((rung, index) => [
    ...copied(`${index}:v`),
    ...segments(`v${rung.name}`, rungPlaylist(rung.name)),
  ]);
  if (plan.audio) {
    const sound = inputs.push(ownInput(AUDIO_FILE)) - 1;
    // In segments, unlike in MP4, no edit list takes that delay back: the sound waits as long.
    const delaySeconds = plan.rungs.length > 0 ? framesKeptBack / plan.frameRate : 0;
    const delayed = inputs.push(['-itsoffset', delaySeconds.toFixed(6), ...ownInput(AUDIO_FILE)]) - 1;
    outputs.push([...copied(`${delayed}:a`), ...segments('a', AUDIO_PLAYLIST)]);
    outputs.push(['-map', `${sound}:a`, '-ac', '1', '-ar', String(WAVEFORM_RATE_HZ), '-f', 's16le', 'pipe:1']);
    if (rungs.length > 0) outputs.push([...copied('0:v'), '-map', `${sound}:a`, ...indexFirst(PROGRESSIVE_FILE)]);
  } else {
    outputs.push([...copied('0:v'), ...indexFirst(PROGRESSIVE_FILE)]);
  }
  if (rungs.length > 0) {
    const smallest = rungs.length - 1;
    const seconds = String(plan.previewMs / 1000);
    outputs.push([...copied(`${smallest}:v`), '-t', seconds, ...indexFirst(PREVIEW_FILE)]);
    const at = inputs.push(['-ss', String(plan.posterAtMs / 1000), '-t', '1', ...rungs[0]!]) - 1;
    outputs.push(['-map', `${at}:v`, ...stillPicture]);
    if (plan.storyboard) {
      const small = inputs.push([...storyboardDecoding(plan.storyboard), ...rungs[smallest]!]) - 1;
      outputs.push(['-map', `${small}:v`, ...storyboardOutput(plan.storyboard)]);
    }
  }
  return [...quietly, ...inputs.flat(), ...outputs.flat()];
}

/** For a video that ends before the moment of its poster. */
export const firstFrameArguments = (plan: RenditionPlan): string[] => [
  ...quietly,
  ...ownInput(rungFile(plan.rungs[0]!.name)),
  ...stillPicture,
];

const stillPicture = ['-frames:v', '1', '-q:v', '4', '-f', 'image2', '-update', '1', POSTER_FILE];

const copied = (stream: string): string[] => ['-map', stream, '-c', 'copy'];

const indexFirst = (file: string): string[] => ['-movflags', '+faststart', '-f', 'mp4', file];

const segments = (name: string, playlist: string): string[] => [
  '-f',
  'hls',
  '-hls_time',
  String(SEGMENT_SECONDS),
  '-hls_playlist_type',
  'vod',
  '-hls_segment_type',
  'fmp4',
  '-hls_flags',
  'independent_segments',
  // Beside the playlist; the names of segments are taken from where the tool runs.
  '-hls_fmp4_init_filename',
  `${name}-init.mp4`,
  '-hls_segment_filename',
  `${HLS_FOLDER}/${name}-%05d.m4s`,
  `${HLS_FOLDER}/${playlist}`,
];
