import { answerCases } from './decision-cases-of-answers.js';
import { otherCases } from './decision-cases-of-others.js';
import type { DecisionCase } from './decision-example.js';

/** In the order of the page. */
export const decisionCases: readonly DecisionCase[] = [...answerCases, ...otherCases];
