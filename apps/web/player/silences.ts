export interface Silence {
  startSeconds: number;
  endSeconds: number;
}

/** A jump that gains less only stutters. */
const LEAST_GAIN = 0.3;

/** Where to go on from a moment in a pause; undefined outside one. @param silences in order */
export function afterSilence(silences: readonly Silence[], seconds: number): number | undefined {
  const here = silences.find(({ endSeconds }) => endSeconds > seconds);
  return here && here.startSeconds <= seconds && here.endSeconds - seconds >= LEAST_GAIN ? here.endSeconds : undefined;
}
