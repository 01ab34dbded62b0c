import type { RungPlan } from './plan-renditions.js';
import { SEGMENT_SECONDS } from './segment-seconds.js';

/** What a machine may have beside its cores. */
export const hardwareNames = ['vaapi', 'nvenc', 'qsv', 'videotoolbox'] as const;
export interface Hardware {
  name: (typeof hardwareNames)[number];
  /** Which one, where there are several: `/dev/dri/renderD128`, or the number of an NVIDIA card. Empty: the first. */
  device: string;
}

/** How one kind of encoder is asked for H.264. */
export interface VideoEncoder {
  /** As `ffmpeg -encoders` names it. */
  name: string;
  /** Before the input. */
  device: readonly string[];
  /** Filters that bring frames (yuv420p, in memory) to where the encoder takes them; empty: as they are. */
  frames: string;
  options(rung: RungPlan, frameRate: number): string[];
  /** Frames that it keeps back to put others before them; players see pictures that much later in segments. */
  framesKeptBack: number;
}

const h264Profile = ['-profile:v', 'high'];
const level = (rung: RungPlan): string[] => ['-level:v', String(rung.level / 10)];
/** Chips have no constant quality that all of them know: they get a rate, and room for what is hard. */
const USUAL_OF_MOST = 0.6;
const rates = ({ maxBitrateBps }: RungPlan): string[] => [
  ...['-b:v', String(Math.round(maxBitrateBps * USUAL_OF_MOST)), '-maxrate', String(maxBitrateBps)],
  ...['-bufsize', String(maxBitrateBps * 2)],
];
/** Segments begin with key frames that are forced; left to themselves some chips make one each 12 frames. */
const keyFrames = (frameRate: number): string[] => ['-g', String(Math.ceil(frameRate * SEGMENT_SECONDS)), '-bf', '0'];

/** On the cores. @param threads of each encoding */
export const software = (threads: number): VideoEncoder => ({
  name: 'libx264',
  device: [],
  frames: '',
  options: (rung) => [
    ...['-preset', 'veryfast', ...h264Profile, ...level(rung), '-crf', String(rung.crf)],
    ...['-maxrate', String(rung.maxBitrateBps), '-bufsize', String(rung.maxBitrateBps * 2)],
    ...['-sc_threshold', '0', '-threads', String(threads)],
  ],
  framesKeptBack: 2,
});

const hardwareEncoders: Readonly<Record<Hardware['name'], (device: string) => VideoEncoder>> = {
  vaapi: (device) => ({
    name: 'h264_vaapi',
    device: ['-init_hw_device', `vaapi=hw:${device}`, '-filter_hw_device', 'hw'],
    frames: 'format=nv12,hwupload',
    options: (rung, frameRate) => [
      ...['-rc_mode', 'VBR', ...h264Profile, ...level(rung), ...rates(rung), ...keyFrames(frameRate)],
    ],
    framesKeptBack: 0,
  }),
  nvenc: (device) => ({
    name: 'h264_nvenc',
    device: [],
    frames: '',
    options: (rung, frameRate) => [
      ...['-preset', 'p4', '-rc', 'vbr', ...h264Profile, ...level(rung), ...rates(rung), ...keyFrames(frameRate)],
      ...['-forced-idr', '1', ...(device ? ['-gpu', device] : [])],
    ],
    framesKeptBack: 0,
  }),
  qsv: (device) => ({
    name: 'h264_qsv',
    device: device ? ['-qsv_device', device] : [],
    frames: 'format=nv12',
    options: (rung, frameRate) => [
      // Its level is a number, not a name.
      ...['-preset', 'veryfast', ...h264Profile, '-level:v', String(rung.level), ...rates(rung)],
      ...[...keyFrames(frameRate), '-forced_idr', '1'],
    ],
    framesKeptBack: 0,
  }),
  videotoolbox: () => ({
    name: 'h264_videotoolbox',
    device: [],
    frames: 'format=nv12',
    options: (rung, frameRate) => [...h264Profile, ...level(rung), ...rates(rung), ...keyFrames(frameRate)],
    framesKeptBack: 0,
  }),
};

export const hardwareEncoder = ({ name, device }: Hardware): VideoEncoder => hardwareEncoders[name](device);
