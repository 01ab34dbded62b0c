/** The top of an axis with three even parts above a value: 3, 6, 12, 36, 120 … */
export function niceTop(value: number): number {
  if (value <= 3) return 3;
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const steps = [0.3, 0.6, 1.2, 1.8, 2.4, 3, 3.6, 4.8, 6, 9, 12];
  return (steps.find((step) => step * magnitude >= value) ?? 12) * magnitude;
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
