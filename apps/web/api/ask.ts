import type { TypedDocumentNode } from 'urql';
import { stringifyDocument } from 'urql';
import type { Refusal } from './problem';

/** What came of a question that must not move the screen: exactly one of these. */
export interface Asked<Data> {
  data?: Data;
  refusal?: Refusal;
  isSignedOut?: boolean;
  /** No answer: the network, or a hub that is being restarted. */
  isLost?: boolean;
}

/**
 * Asks the API beside the cache, and stays on the screen even when nobody is signed in any more: for what runs behind
 * a recording or a half-written text, which no change of screen may end.
 */
export async function ask<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Asked<Data>> {
  try {
    const answer = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: stringifyDocument(document), variables }),
      signal,
    });
    const { data, errors } = (await answer.json()) as {
      data?: Data;
      errors?: { message: string; extensions?: Partial<Refusal> }[];
    };
    const first = errors?.[0];
    if (!first) return data ? { data } : { isLost: true };
    const { reason = '', code = 'INTERNAL', field, data: details } = first.extensions ?? {};
    if (code === 'UNAUTHENTICATED') return { isSignedOut: true };
    return { refusal: { message: first.message, reason, code, field, data: details } };
  } catch {
    return { isLost: true };
  }
}
