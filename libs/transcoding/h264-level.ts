/** Level times ten, macroblocks a second, macroblocks in a frame. @see ITU-T H.264, table A-1 */
const levels = [
  [30, 40_500, 1_620],
  [31, 108_000, 3_600],
  [32, 216_000, 5_120],
  [40, 245_760, 8_192],
  [42, 522_240, 8_704],
  [50, 589_824, 22_080],
  [51, 983_040, 36_864],
  [52, 2_073_600, 36_864],
  [60, 4_177_920, 139_264],
] as const;

/** The lowest level, ten times, that players must support to show this; 30 is the least that we write. */
export function h264Level(width: number, height: number, frameRate: number): number {
  const macroblocks = Math.ceil(width / 16) * Math.ceil(height / 16);
  // A frame may not be longer than eight times its square either.
  const longest = Math.max(Math.ceil(width / 16), Math.ceil(height / 16)) ** 2 / 8;
  const fits = levels.find(
    ([, perSecond, perFrame]) => macroblocks * frameRate <= perSecond && Math.max(macroblocks, longest) <= perFrame,
  );
  return fits?.[0] ?? 62;
}
