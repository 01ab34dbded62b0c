const STEPS = [1, 1.2, 1.5, 2, 4, 5, 6, 8, 10];

/** The top of an axis above a value: three even parts of whole, round numbers, as 3, 6, 12, 36, 120. */
export function niceTop(value: number): number {
  const third = Math.max(1, value / 3);
  const magnitude = 10 ** Math.floor(Math.log10(third));
  const part = STEPS.map((step) => step * magnitude).find((one) => one >= third && Number.isInteger(one));
  return 3 * (part ?? 10 * magnitude);
}

/** The line through evenly spaced values, and the area below it, as SVG paths. One value makes a flat line. */
export function pathsOf(
  values: readonly number[],
  top: number,
  width: number,
  height: number,
): { line: string; area: string } {
  if (values.length === 0) return { line: '', area: '' };
  const step = width / Math.max(1, values.length - 1);
  const points = values.map(
    (value, index) => `${(index * step).toFixed(1)} ${(height - (value / top) * height).toFixed(1)}`,
  );
  const line = `M${points.join('L')}`;
  return { line, area: `${line}L${width} ${height}L0 ${height}Z` };
}
