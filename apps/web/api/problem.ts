import type { I18n } from '@lingui/core';
import type { CombinedError } from 'urql';

/** A refusal of the API as a screen needs it. */
export interface Refusal {
  /** The API's sentence for people. */
  message: string;
  /** `expectation.too_many_recipients`; empty when the network failed. */
  reason: string;
  code: string;
  field?: string;
  data?: Record<string, unknown>;
}

export function refusalOf(error: CombinedError | undefined): Refusal | undefined {
  const first = error?.graphQLErrors[0];
  if (!first) return undefined;
  const { reason = '', code = 'INTERNAL', field, data } = first.extensions as Partial<Refusal>;
  return { message: first.message, reason, code, field, data };
}

/** One sentence for a failed call: the API's own, or what to do about the network. */
export function sentenceOf(i18n: I18n, error: CombinedError): string {
  return (
    refusalOf(error)?.message ??
    i18n._('The hub could not be reached. Check your connection; nothing you wrote is lost.')
  );
}
