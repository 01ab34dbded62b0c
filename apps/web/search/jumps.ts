/** Somewhere to jump to, or something to do, by name. */
export interface Jump {
  key: string;
  group: string;
  name: string;
  hint?: string;
  to: string;
}

/**
 * What fits the typed letters, best first: a name that starts with them, then a word that does, then letters in order.
 * @returns at most `limit`; all in their own order where nothing is typed
 */
export function rank(jumps: readonly Jump[], typed: string, limit: number): Jump[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return jumps.slice(0, limit);
  return jumps
    .map((jump) => ({ jump, score: scoreOf(jump.name.toLowerCase(), wanted) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ jump }) => jump);
}

function scoreOf(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 4;
  if (name.split(/[\s#·-]+/).some((word) => word.startsWith(wanted))) return 3;
  if (name.includes(wanted)) return 2;
  let from = 0;
  for (const letter of wanted) {
    from = name.indexOf(letter, from) + 1;
    if (from === 0) return 0;
  }
  return 1;
}
