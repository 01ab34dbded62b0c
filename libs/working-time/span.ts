/** Elapsed time between two instants, [startMs, endMs). */
export interface Span {
  startMs: number;
  endMs: number;
}

/** The same time in sorted spans that neither overlap nor touch. */
export function joinedSpans(spans: readonly Span[]): readonly Span[] {
  if (spans.length === 0) return spans;
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.startMs - b.startMs)) {
    if (span.startMs >= span.endMs) continue;
    const last = joined.at(-1);
    if (last && span.startMs <= last.endMs) last.endMs = Math.max(last.endMs, span.endMs);
    else joined.push({ startMs: span.startMs, endMs: span.endMs });
  }
  return joined;
}

/** Index of the first of sorted, disjoint spans that ends after an instant; their number where none does. */
export function spanEndingAfter(spans: readonly Span[], ms: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.endMs > ms) high = middle;
    else low = middle + 1;
  }
  return low;
}
