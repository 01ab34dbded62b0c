import { useClient } from 'urql';
import { sentenceOf } from '../api';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import { WhyNow } from './queries';
import { whyWords } from './words';

/** Tells at the foot of the screen why something that is asked of the reader came when it did. */
export function useWhy(): (responseId: string, isUrgent: boolean) => Promise<void> {
  const { i18n } = useLingui();
  const times = useTimes();
  const client = useClient();
  return async (id, isUrgent) => {
    const { data, error } = await client.query(WhyNow, { id }).toPromise();
    const reason = data?.node?.__typename === 'ExpectedResponse' ? data.node.deliveryReason : undefined;
    if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
    else if (!reason) notice({ text: i18n._('It is older than what is remembered about deliveries.') });
    else notice({ text: whyWords(i18n, times, isUrgent ? 'URGENT' : 'ASKED', reason), forMs: 15_000 });
  };
}
