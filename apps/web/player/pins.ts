/** A comment at a moment, as the position shows it: several that are near stand as one. */
export interface Pin<Moment> {
  seconds: number;
  /** Where, 0 to 1. */
  at: number;
  moments: Moment[];
}

export function pinsOf<Moment extends { seconds: number }>(
  moments: readonly Moment[],
  durationSeconds: number,
): Pin<Moment>[] {
  if (durationSeconds <= 0) return [];
  const pins: Pin<Moment>[] = [];
  for (const moment of moments.toSorted((one, other) => one.seconds - other.seconds)) {
    const at = Math.min(1, moment.seconds / durationSeconds);
    const last = pins.at(-1);
    if (last && at - last.at < 0.035) last.moments.push(moment);
    else pins.push({ seconds: moment.seconds, at, moments: [moment] });
  }
  return pins;
}
