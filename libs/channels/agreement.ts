import type { AgreementEntity } from './agreement.entity.js';

/** What a post may ask for. */
export const expectationKinds = ['FYI', 'ACKNOWLEDGE', 'REPLY', 'DECIDE'] as const;
export type ExpectationKind = (typeof expectationKinds)[number];

/** How soon it may be asked for. */
export const timingKinds = ['WHENEVER', 'WITHIN_WORKING_HOURS', 'WITHIN_WORKING_DAYS', 'BY', 'NOW'] as const;
export type TimingKind = (typeof timingKinds)[number];

/** What an agreement says; each change of it is a new version. */
export type AgreementTerms = Pick<
  AgreementEntity,
  'text' | 'defaultKind' | 'urgentAllowed' | 'urgentWindowMinutes' | 'urgentBudgetPerWeek' | 'maxRecipients'
>;

/** An agreement as the API shows it. */
export interface Agreement extends AgreementTerms {
  /** Counted from 1 for each channel and for the organisation; 0 is what the hub ships with. */
  version: number;
  /** A post without a timing waits for whenever it suits: no agreement asks for more by default. */
  defaultTiming: TimingKind;
}

/** In force until somebody writes one. */
export const shippedAgreement: Agreement = {
  version: 0,
  text: '',
  defaultKind: 'FYI',
  defaultTiming: 'WHENEVER',
  urgentAllowed: true,
  urgentWindowMinutes: 15,
  urgentBudgetPerWeek: 3,
  maxRecipients: 25,
};

export const agreementLimits = {
  textLength: 40_000,
  urgentWindowMinutes: { min: 5, max: 240 },
  urgentBudgetPerWeek: { min: 0, max: 50 },
  maxRecipients: { min: 1, max: 500 },
} as const;

/** What was changed, on top of what is in force; null and undefined keep a term. */
export type AgreementChanges = { [Term in keyof AgreementTerms]?: AgreementTerms[Term] | null };

export function changedTerms(inForce: AgreementTerms, changes: AgreementChanges): AgreementTerms {
  return {
    text: changes.text ?? inForce.text,
    defaultKind: changes.defaultKind ?? inForce.defaultKind,
    urgentAllowed: changes.urgentAllowed ?? inForce.urgentAllowed,
    urgentWindowMinutes: changes.urgentWindowMinutes ?? inForce.urgentWindowMinutes,
    urgentBudgetPerWeek: changes.urgentBudgetPerWeek ?? inForce.urgentBudgetPerWeek,
    maxRecipients: changes.maxRecipients ?? inForce.maxRecipients,
  };
}
