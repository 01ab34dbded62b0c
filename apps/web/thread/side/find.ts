/** Where something is said: a part of a segment's text. */
export interface Found {
  segment: number;
  start: number;
  end: number;
}

export function findIn(segments: readonly { text: string }[], wanted: string): Found[] {
  const query = wanted.trim().toLocaleLowerCase();
  if (query === '') return [];
  return segments.flatMap(({ text }, segment) => {
    const found: Found[] = [];
    const lower = text.toLocaleLowerCase();
    // Some letters change their length with their case: what cannot be marked exactly is found as a whole.
    if (lower.length !== text.length) return lower.includes(query) ? [{ segment, start: 0, end: text.length }] : found;
    for (let at = lower.indexOf(query); at >= 0; at = lower.indexOf(query, at + query.length))
      found.push({ segment, start: at, end: at + query.length });
    return found;
  });
}

/** A text in parts, the found ones marked. `number` is the place among all that was found. */
export function partsOf(
  text: string,
  found: readonly (Found & { number: number })[],
): { text: string; number?: number }[] {
  const parts: { text: string; number?: number }[] = [];
  let at = 0;
  for (const { start, end, number } of found) {
    if (start > at) parts.push({ text: text.slice(at, start) });
    parts.push({ text: text.slice(start, end), number });
    at = end;
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at) });
  return parts;
}
