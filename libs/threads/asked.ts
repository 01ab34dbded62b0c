/** The words of what a post asks for. Its expected responses, and all rules about them, are in libs/expectations. */
export const expectationKinds = ['FYI', 'ACKNOWLEDGE', 'REPLY', 'DECIDE'] as const;
export type ExpectationKind = (typeof expectationKinds)[number];
export const timingKinds = ['WHENEVER', 'WITHIN_WORKING_HOURS', 'WITHIN_WORKING_DAYS', 'BY', 'NOW'] as const;
export type TimingKind = (typeof timingKinds)[number];
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
