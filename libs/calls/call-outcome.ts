/** What everybody can choose beside the times. */
export const NONE_OF_THESE = 'None of these';

export interface Answer {
  status: 'OPEN' | 'FULFILLED' | 'DECLINED' | 'DELEGATED' | 'WITHDRAWN';
  choice: string | null;
}

export type Outcome =
  | { kind: 'TIME'; index: number }
  /** NOBODY: nobody chose. NONE_FITS: more chose none of the times than any of them. PASSED: what was chosen is over. */
  | { kind: 'NO_TIME'; why: 'NOBODY' | 'NONE_FITS' | 'PASSED' };

/**
 * What the answers of a call come to: the time still to come that most have chosen, the earlier one of two that are
 * even; none where more people said that none fits.
 * @param choices one for each time, in their order
 */
export function outcomeOf(
  choices: readonly string[],
  startsMs: readonly number[],
  answers: readonly Answer[],
  nowMs: number,
): Outcome {
  const chosen = answers.flatMap(({ status, choice }) => (status === 'FULFILLED' && choice !== null ? [choice] : []));
  if (chosen.length === 0) return { kind: 'NO_TIME', why: 'NOBODY' };
  const votesFor = (choice: string): number => chosen.filter((one) => one === choice).length;
  let best: { index: number; votes: number } | undefined;
  for (const [index, choice] of choices.entries()) {
    const votes = votesFor(choice);
    if (startsMs[index]! > nowMs && votes > (best?.votes ?? 0)) best = { index, votes };
  }
  const against = votesFor(NONE_OF_THESE);
  if (best && best.votes >= against) return { kind: 'TIME', index: best.index };
  return { kind: 'NO_TIME', why: best || against === chosen.length ? 'NONE_FITS' : 'PASSED' };
}
