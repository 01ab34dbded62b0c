import type { DeliveryKind, DeliveryRoute } from './decision.js';
import type { StoredRule } from './delivery.repository.js';

/** Why it reached its recipient then, or did not, in one sentence for them; of the table in the docs too. */
export const ruleWords: Record<StoredRule, string> = {
  URGENT_INTERRUPTS: 'It was marked urgent, and your settings let urgent posts reach you outside your working hours.',
  URGENT_IN_WORKING_TIME: 'It was marked urgent, and it fell into your working hours.',
  URGENT_WAITS: 'It was marked urgent, but nothing may interrupt you: it waited for your working hours.',
  WORKING_TIME: 'It fell into your working hours.',
  BATCHED: 'You receive what is not urgent in batches, and this was the next one.',
  OUTSIDE_WORKING_TIME: 'It came outside your working hours and was held until they began.',
  NO_WORKING_TIME: 'Your calendar has no working hours, so it waits in your digest.',
  INVOLVEMENT_DIGEST: 'You take this thread or channel in your digest only.',
  INVOLVEMENT_MUTED: 'You have muted this thread or channel.',
  ALREADY_READ: 'You had read it before its time came.',
  SETTLED: 'It was settled before its time came.',
  TOO_LATE: 'It would have come after the due time.',
  OWN_ACT: 'It was your own act.',
  NOT_CHOSEN: 'You had read it, or you no longer chose this way of being told.',
  NO_ACCESS: 'You could no longer read it when its time came.',
};

/** The same with what is particular to a kind. */
export const sentenceOf = (kind: DeliveryKind, rule: StoredRule): string =>
  kind === 'REMINDER' && rule === 'WORKING_TIME'
    ? 'Half of your working time for it is left, four hours at most: this is the one reminder.'
    : ruleWords[rule];

export const kindWords: Record<DeliveryKind, string> = {
  ASKED: 'An answer is asked of you',
  URGENT: 'Urgent',
  ANSWERED: 'An answer to what you asked',
  MENTIONED: 'You are mentioned',
  CONCLUDED: 'A thread is concluded',
  FOLLOWED: 'News in a thread that you follow',
  REMINDER: 'A reminder before something is due',
  DUE_MOVED: 'A due time has moved',
};

export const routeWords: Record<DeliveryRoute, string> = {
  IN_APP: 'in the hub',
  EMAIL: 'by e-mail',
  PUSH: 'by push',
  WEBHOOK: 'by a webhook',
  DIGEST: 'in the digest',
};
