import { useQuery } from 'urql';
import type { PostNow } from '../fragments';
import { type CallNow, CallOfPost } from './call-query';

/** What the hub offers beside the times of every call, so that posts that are no call need no question. */
const NONE_OF_THESE = 'None of these';

/** The call whose times a post asks to choose from; undefined for every other post. */
export function useCall({ id, expectation }: Pick<PostNow, 'id' | 'expectation'>): CallNow | undefined {
  const isCall = expectation.kind === 'DECIDE' && expectation.choices.at(-1) === NONE_OF_THESE;
  // What came of it arrives some minutes after the last answer: asked again whenever an answer has changed.
  const [{ data }] = useQuery({
    query: CallOfPost,
    variables: { postId: id },
    pause: !isCall,
    requestPolicy: 'cache-and-network',
  });
  return isCall && data?.node?.__typename === 'Post' ? (data.node.call ?? undefined) : undefined;
}
