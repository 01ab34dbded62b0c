import type { I18n } from '@lingui/core';
import type { ResultOf } from '../api';
import type { Times } from '../language';
import type { DeliveryFields } from './queries';

type Delivery = ResultOf<typeof DeliveryFields>;
export type DeliveryKind = Delivery['kind'];
export type DeliveryRule = Delivery['reason']['rule'];

/** Why it came then, in one sentence for its recipient. */
export function ruleWords(i18n: I18n, kind: DeliveryKind, rule: DeliveryRule): string {
  switch (rule) {
    case 'URGENT_INTERRUPTS':
      return i18n._('It is urgent, and you let urgent messages reach you outside your hours.');
    case 'URGENT_IN_WORKING_TIME':
      return i18n._('It is urgent, and it came in your working hours.');
    case 'URGENT_WAITS':
      return i18n._('It is urgent, but nothing may interrupt you: it waits for your hours.');
    case 'WORKING_TIME':
      return kind === 'REMINDER'
        ? i18n._('Half of your working time for it is left, four hours at most. This is the one reminder.')
        : i18n._('It came in your working hours.');
    case 'BATCHED':
      return i18n._('What is not urgent comes to you in batches. This was the next one.');
    case 'OUTSIDE_WORKING_TIME':
      return i18n._('It came outside your working hours and was held until they began.');
    case 'NO_WORKING_TIME':
      return i18n._('Your calendar has no working hours, so it waits in your digest.');
    case 'INVOLVEMENT_DIGEST':
      return i18n._('You take this thread or channel in your digest only.');
    case 'INVOLVEMENT_MUTED':
      return i18n._('You have muted this thread or channel.');
    case 'ALREADY_READ':
      return i18n._('You had read it before its time came.');
    case 'SETTLED':
      return i18n._('It was settled before its time came.');
    case 'TOO_LATE':
      return i18n._('It would have come after the due time.');
    case 'OWN_ACT':
      return i18n._('You did it yourself.');
    case 'NOT_CHOSEN':
      return i18n._('You had read it, or you no longer chose this way of being told.');
    case 'NO_ACCESS':
      return i18n._('You could no longer read it when its time came.');
  }
}

/** What it was, without the names. */
export function kindWords(i18n: I18n, kind: DeliveryKind): string {
  switch (kind) {
    case 'ASKED':
      return i18n._('An answer is asked of you');
    case 'URGENT':
      return i18n._('Urgent');
    case 'ANSWERED':
      return i18n._('An answer to what you asked');
    case 'MENTIONED':
      return i18n._('You are mentioned');
    case 'CONCLUDED':
      return i18n._('A thread is concluded');
    case 'FOLLOWED':
      return i18n._('News in a thread that you follow');
    case 'REMINDER':
      return i18n._('A reminder before something is due');
    case 'DUE_MOVED':
      return i18n._('A due time has moved');
  }
}

/** On which way, and when: "In the hub: 09:00". */
export function stateWords(i18n: I18n, times: Times, delivery: Delivery): string {
  const { route, deliveredAt, droppedAt } = delivery;
  const way = {
    IN_APP: i18n._('In the hub'),
    EMAIL: i18n._('By mail'),
    PUSH: i18n._('By push'),
    WEBHOOK: i18n._('To a tool of yours'),
    DIGEST: i18n._('In the digest'),
  }[route];
  if (droppedAt) return i18n._('{way}: not needed', { way });
  if (deliveredAt) return i18n._('{way}: {time}', { way, time: times.since(deliveredAt) });
  return way;
}

/** Mon 20:00, or 14 Oct 20:00. */
const momentWords = (times: Times, instant: string): string => {
  const days = times.daysBetween(instant);
  if (days === 0) return times.clock(instant);
  return `${days > 0 && days < 7 ? times.weekday(instant) : times.date(instant)} ${times.clock(instant)}`;
};

/** The sentence with its facts: "… It was sent Mon 20:00 and reached you Tue 09:00." */
export function whyWords(
  i18n: I18n,
  times: Times,
  kind: DeliveryKind,
  { rule, happenedAt, deliverAt }: { rule: DeliveryRule; happenedAt: string; deliverAt: string | null },
): string {
  const sentence = ruleWords(i18n, kind, rule);
  if (!deliverAt || Date.parse(deliverAt) - Date.parse(happenedAt) < 60_000) return sentence;
  const [sent, came] = [momentWords(times, happenedAt), momentWords(times, deliverAt)];
  return i18n._('{sentence} Sent {sent}, with you {came}.', { sentence, sent, came });
}
