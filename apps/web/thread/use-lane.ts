import { useQuery } from 'urql';
import { LaneOfFyi, LaneOfOthers, LaneOfYou } from './queries';

export type Lane = 'you' | 'others' | 'fyi';

/** Where a thread stands in the lane that the reader came from, and what comes before and after it. */
export interface Place {
  /** From 1; absent where it is not in the lane any more. */
  number?: number;
  count: number;
  previous?: string;
  next?: string;
}

export function useLane(lane: Lane | undefined, threadId: string): Place | undefined {
  const [{ data: you }] = useQuery({ query: LaneOfYou, pause: lane !== 'you', requestPolicy: 'cache-and-network' });
  const [{ data: others }] = useQuery({ query: LaneOfOthers, pause: lane !== 'others' });
  const [{ data: fyi }] = useQuery({ query: LaneOfFyi, pause: lane !== 'fyi' });
  if (lane === 'you' && you?.viewer) {
    const { waitingOnMe, waitingOnMeCount } = you.viewer.inbox;
    return placeIn(
      waitingOnMe.nodes.map(({ post }) => post.thread.id),
      threadId,
      waitingOnMeCount,
    );
  }
  if (lane === 'others' && others?.viewer) {
    const { waitingOnOthers, waitingOnOthersCount } = others.viewer.inbox;
    return placeIn(
      waitingOnOthers.nodes.map(({ post }) => post.thread.id),
      threadId,
      waitingOnOthersCount,
    );
  }
  if (lane === 'fyi' && fyi?.viewer) {
    const { unreadThreads, unreadThreadCount } = fyi.viewer.inbox;
    return placeIn(
      unreadThreads.nodes.map(({ id }) => id),
      threadId,
      unreadThreadCount,
    );
  }
  return undefined;
}

/** A thread may stand in a lane more than once: its first place counts. One that has left it goes on to the first. */
export function placeIn(ids: readonly string[], threadId: string, count: number): Place {
  const lane = [...new Set(ids)];
  const at = lane.indexOf(threadId);
  const all = Math.max(count - (ids.length - lane.length), lane.length);
  if (at < 0) return { count: all, next: lane[0] };
  return { number: at + 1, count: all, previous: lane[at - 1], next: lane[at + 1] };
}
