import { useEffect, useRef, useState } from 'react';
import { useSubscription } from 'urql';
import { onComeBack, type ResultOf } from '../api';
import type { PostNow } from './fragments';
import { ThreadActivity } from './queries';

type Activity = ResultOf<typeof ThreadActivity>['threadActivity'];

interface Gathered {
  count: number;
  recent: readonly Activity[];
}

/** What comes while a page is busy comes in one piece: none of it may be taken for the whole. */
const MOST_AT_ONCE = 100;
const gather = (before: Gathered | undefined, { threadActivity }: ResultOf<typeof ThreadActivity>): Gathered => ({
  count: (before?.count ?? 0) + 1,
  recent: [...(before?.recent ?? []).slice(1 - MOST_AT_ONCE), threadActivity],
});

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
  const [{ data }] = useSubscription({ query: ThreadActivity, variables: { threadId, afterPostId: after } }, gather);
  const done = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subscription counts from one again
  useEffect(() => {
    done.current = 0;
  }, [threadId, after]);
  useEffect(() => {
    if (!data) return;
    // Another thread, or another beginning, counts from one again.
    const fresh = data.count > done.current ? data.recent.slice(done.current - data.count) : data.recent;
    done.current = data.count;
    for (const { post, expectedResponse } of fresh) {
      const answers = latest.current.posts.flatMap(({ expectation }) => expectation.responses);
      if (expectedResponse && !answers.some(({ id }) => id === expectedResponse.id)) latest.current.onOtherAnswers();
      if (post && !latest.current.posts.some(({ id }) => id === post.id)) latest.current.onNew();
    }
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
