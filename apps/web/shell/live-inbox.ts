import { useEffect } from 'react';
import { useSubscription } from 'urql';
import { graphql, onComeBack } from '../api';

const InboxChanged = graphql(`
  subscription InboxChanged {
    inboxChanged {
      waitingOnMeCount
      unreadThreadCount
    }
  }
`);

/** Calls `refresh` whenever the viewer's inbox changed, and after a lost connection came back. */
export function useLiveInbox(refresh: (options: { requestPolicy: 'network-only' }) => void): void {
  const [{ data }] = useSubscription({ query: InboxChanged });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came is the reason, not what it says
  useEffect(() => {
    if (data) refresh({ requestPolicy: 'network-only' });
  }, [data]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: urql's refresh is a new function every time
  useEffect(() => onComeBack(() => refresh({ requestPolicy: 'network-only' })), []);
}
