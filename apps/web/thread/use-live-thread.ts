import { useEffect, useRef, useState } from 'react';
import { useSubscription } from 'urql';
import { onComeBack } from '../api';
import type { PostNow } from './fragments';
import { ThreadActivity } from './queries';

/**
 * Follows a thread. Changes of what is here come into the cache by themselves; `onNew` is called when there may be
 * posts that are not here yet, `onOtherAnswers` when somebody is asked who was not before. After a lost connection it goes on behind the last post that was seen.
 */
export function useLiveThread(
  threadId: string,
  posts: readonly PostNow[],
  onNew: () => void,
  onOtherAnswers: () => void,
): void {
  const last = posts.at(-1)?.id;
  const [after, setAfter] = useState<string>();
  const latest = useRef({ posts, last, onNew, onOtherAnswers });
  latest.current = { posts, last, onNew, onOtherAnswers };
  const [{ data }] = useSubscription({
    query: ThreadActivity,
    variables: { threadId, afterPostId: after },
  });
  useEffect(() => {
    const { post, expectedResponse } = data?.threadActivity ?? {};
    const answers = latest.current.posts.flatMap(({ expectation }) => expectation.responses);
    if (expectedResponse && !answers.some(({ id }) => id === expectedResponse.id)) latest.current.onOtherAnswers();
    if (post && !latest.current.posts.some(({ id }) => id === post.id)) latest.current.onNew();
  }, [data]);
  useEffect(
    () =>
      onComeBack(() => {
        setAfter(latest.current.last);
        latest.current.onNew();
      }),
    [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thread begins anew
  useEffect(() => setAfter(undefined), [threadId]);
}
