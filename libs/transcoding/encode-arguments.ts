import { type Loudness, normalization, SAMPLE_RATE_HZ, soundFilters } from './loudness.js';
import { MAX_DURATION_MS } from './media-facts.js';
import type { AudioPlan, RenditionPlan, RungPlan } from './plan-renditions.js';
import { SEGMENT_SECONDS } from './segment-seconds.js';
import type { VideoEncoder } from './video-encoders.js';

/** Where the encoded streams lie between encoding and packing. */
export const rungFile = (name: string): string => `rung-${name}.mp4`;
export const AUDIO_FILE = 'audio.m4a';
const AAC_FRAME_SAMPLES = 1_024;

/** Of every output: nothing of where and with what it was recorded, and no more than the longest recording. */
const bare = ['-map_metadata', '-1', '-map_chapters', '-1', '-t', String(MAX_DURATION_MS / 1000)];

/** Means of this machine. */
export interface EncodeMeans {
  canToneMap: boolean;
  encoder: VideoEncoder;
}

/**
 * Options behind the input for the one command that decodes: every rung and the sound are made from that decode, each
 * into a file of its own. Packing them (HLS, MP4) afterwards only copies.
 * @param measured of the whole recording; null for silence
 */
export function encodeArguments(plan: RenditionPlan, means: EncodeMeans, measured: Loudness | null): string[] {
  const graph = [...videoGraph(plan, means), ...(plan.audio ? [soundGraph(plan.audio, plan, measured)] : [])];
  const outputs = plan.rungs.flatMap((rung, index) => rungOutput(rung, index, plan, means));
  if (plan.audio) {
    outputs.push('-map', '[a]', ...bare, '-c:a', 'aac', '-b:a', String(plan.audio.bitrateBps));
    outputs.push('-movflags', '+faststart', '-f', 'mp4', AUDIO_FILE);
  }
  return ['-filter_complex', graph.join(';'), ...outputs];
}

/** Each rung is scaled from the one above it: from 4K to 360 lines directly would read every pixel three times. */
function videoGraph(plan: RenditionPlan, { canToneMap, encoder }: EncodeMeans): string[] {
  const toneMap = plan.hdrTransfer && canToneMap ? `${toneMapping(plan.hdrTransfer)},` : '';
  const toEncoder = encoder.frames;
  return plan.rungs.map(({ width, height }, index) => {
    const source = index === 0 ? `[0:${plan.videoStreamIndex}]${evenFrames(plan)},` : `[down${index}]`;
    const size = `scale=${width}:${height}:flags=bicubic,setsar=1`;
    const scaled = `${source}${size},${index === 0 ? toneMap : ''}format=yuv420p`;
    if (index === plan.rungs.length - 1) return `${scaled}${toEncoder && `,${toEncoder}`}[o${index}]`;
    if (!toEncoder) return `${scaled},split[o${index}][down${index + 1}]`;
    return `${scaled},split[s${index}][down${index + 1}];[s${index}]${toEncoder}[o${index}]`;
  });
}

/** From the beginning of the file on: where the camera starts after the microphone, its first frame stands till then. */
const evenFrames = ({ frameRate }: RenditionPlan): string => `fps=${frameRate}:start_time=0`;

/** What the file leaves unsaid about its colours is BT.2020, as everywhere that high dynamic range is recorded. */
const toneMapping = (transfer: string): string =>
  [
    `zscale=tin=${transfer}:pin=bt2020:min=bt2020nc:t=linear:p=bt709:m=bt709:npl=100`,
    'format=gbrpf32le',
    'tonemap=hable:desat=0',
    'zscale=t=bt709:m=bt709:r=tv',
  ].join(',');

/** Silence has no loudness, and noise that is taken for silence is not made louder. */
function soundGraph(audio: AudioPlan, { loudnessLufs }: RenditionPlan, measured: Loudness | null): string {
  const { streamIndex, shortMs } = audio;
  const filters = [
    ...soundFilters(audio),
    ...(measured ? [normalization(loudnessLufs, measured), `aresample=${SAMPLE_RATE_HZ}`] : []),
    ...(shortMs === null ? [] : [`atrim=end=${shortMs / 1000}`]),
    // Where the source changes its rate or channels midway, the graph is built anew and forgets what the encoder takes.
    `asetnsamples=n=${AAC_FRAME_SAMPLES}:p=0`,
  ];
  return `[0:${streamIndex}]${filters.join(',')}[a]`;
}

const rungOutput = (rung: RungPlan, index: number, plan: RenditionPlan, { encoder }: EncodeMeans): string[] => [
  ...['-map', `[o${index}]`, ...bare, '-c:v', encoder.name, ...encoder.options(rung, plan.frameRate)],
  ...['-force_key_frames', `expr:gte(t,n_forced*${SEGMENT_SECONDS})`],
  ...(plan.hdrTransfer ? ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'] : []),
  ...['-video_track_timescale', '90000', '-f', 'mp4', rungFile(rung.name)],
];
