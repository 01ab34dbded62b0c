import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CombinedError, RequestPolicy } from 'urql';
import { useClient } from 'urql';
import type { ResultOf } from '../api';
import type { PostNow } from './fragments';
import { putTogether } from './put-together';
import { ThreadPosts } from './queries';

const PAGE = 30;

interface PageKey {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}
interface Page {
  key: PageKey;
  data?: ResultOf<typeof ThreadPosts>;
  error?: CombinedError;
  isStale: boolean;
}

/**
 * The posts of a thread: the newest page first, earlier ones when asked for, and what came since below. Every page
 * stays bound to the cache, so that an edit or a reaction shows wherever it came from.
 */
export function usePosts(threadId: string) {
  const client = useClient();
  const [pages, setPages] = useState<readonly Page[]>([]);
  const open = useRef(new Map<string, () => void>());

  const load = useCallback(
    (key: PageKey, requestPolicy: RequestPolicy) => {
      const name = JSON.stringify(key);
      if (open.current.has(name)) return;
      const { unsubscribe } = client
        .query(ThreadPosts, { id: threadId, ...key }, { requestPolicy })
        .subscribe(({ data, error, stale }) =>
          setPages((before) => {
            const page = { key, data: data ?? undefined, error, isStale: stale };
            const at = before.findIndex((one) => JSON.stringify(one.key) === name);
            return at < 0 ? [...before, page] : before.with(at, page);
          }),
        );
      open.current.set(name, unsubscribe);
    },
    [client, threadId],
  );

  useEffect(() => {
    setPages([]);
    load({ last: PAGE }, 'cache-and-network');
    const all = open.current;
    return () => {
      for (const stop of all.values()) stop();
      all.clear();
    };
  }, [load]);

  const newest = pages.find(({ key }) => key.last && !key.before);
  const earlier = pages.filter(({ key }) => key.before);
  const oldest = earlier.at(-1) ?? newest;
  const info = oldest?.data?.thread?.posts.pageInfo;
  const posts = useMemo(() => putTogether<PostNow>(pages.map(({ data }) => data?.thread?.posts.nodes ?? [])), [pages]);

  /** What came after all that is here; called again whenever something may have come. */
  const loadLater = useCallback(() => {
    const last = pages.filter(({ key }) => key.after).at(-1) ?? pages.find(({ key }) => key.last && !key.before);
    const ending = last?.data?.thread?.posts.pageInfo;
    if (!last || last.isStale) return;
    const variables =
      last.key.after && !ending?.hasNextPage ? last.key : { first: PAGE, after: ending?.endCursor ?? undefined };
    if (open.current.has(JSON.stringify(variables)))
      void client.query(ThreadPosts, { id: threadId, ...variables }, { requestPolicy: 'network-only' }).toPromise();
    else if (variables.after) load(variables, 'network-only');
    else void client.query(ThreadPosts, { id: threadId, last: PAGE }, { requestPolicy: 'network-only' }).toPromise();
  }, [client, load, pages, threadId]);

  return {
    posts,
    isLoading: newest === undefined,
    error: newest?.data ? undefined : newest?.error,
    hasEarlier: Boolean(info?.hasPreviousPage) && newest?.isStale !== true,
    isLoadingEarlier: earlier.some(({ data, error }) => !data && !error),
    loadEarlier: useCallback(() => {
      if (info?.startCursor) load({ last: PAGE, before: info.startCursor }, 'cache-and-network');
    }, [info?.startCursor, load]),
    loadLater,
    retry: () =>
      void client.query(ThreadPosts, { id: threadId, last: PAGE }, { requestPolicy: 'network-only' }).toPromise(),
  };
}
