import type { ExpectationKind, TimingKind } from '#channels';

export type { ExpectationKind, TimingKind };

export const quorums = ['EACH', 'ANY'] as const;
export type Quorum = (typeof quorums)[number];

/** What a post asks for, as its row holds it and as the API shows it. */
export interface Asked {
  /** The post. */
  postKey: string;
  kind: ExpectationKind;
  timing: TimingKind;
  workingHours: number | null;
  workingDays: number | null;
  by: string | null;
  urgencyReason: string | null;
  quorum: Quorum;
  choices: readonly string[];
}
