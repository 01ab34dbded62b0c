import type { AudioPlan } from './plan-renditions.js';

export const SAMPLE_RATE_HZ = 48_000;

/** What was measured over a whole recording. @see EBU R 128, ITU-R BS.1770 */
export interface Loudness {
  integratedLufs: number;
  truePeakDb: number;
  rangeLu: number;
  thresholdLufs: number;
  offsetLu: number;
}

/**
 * Before loudness is measured or changed: gaps (a muted or a lost microphone) become silence, which that filter closes up
 * otherwise. What is shorter than its three seconds some builds leave as it is, so silence, which does not count, is added.
 */
export const soundFilters = ({ channels, shortMs }: AudioPlan): string[] => [
  `aresample=${SAMPLE_RATE_HZ}:async=1:first_pts=0`,
  `aformat=channel_layouts=${channels === 1 ? 'mono' : 'stereo'}`,
  ...(shortMs === null ? [] : [`apad=whole_len=${4 * SAMPLE_RATE_HZ}`]),
];

/**
 * One number for the whole recording, as long as its peaks bear that: the range of the target follows the range of the
 * recording, else the filter goes back to changing the volume all the time.
 */
export function normalization(targetLufs: number, measured: Loudness): string {
  const { integratedLufs, truePeakDb, rangeLu, thresholdLufs, offsetLu } = measured;
  const within = (value: number, least: number, most: number): string =>
    Math.min(most, Math.max(least, value)).toFixed(2);
  return [
    `loudnorm=I=${targetLufs}:TP=-1.5:LRA=${within(Math.max(11, rangeLu), 1, 20)}`,
    `measured_I=${within(integratedLufs, -99, 0)}:measured_TP=${within(truePeakDb, -99, 99)}`,
    `measured_LRA=${within(rangeLu, 0, 99)}:measured_thresh=${within(thresholdLufs, -99, 0)}`,
    `offset=${within(offsetLu, -99, 99)}:linear=true`,
  ].join(':');
}
