import { useCallback, useEffect, useRef, useState } from 'react';
import type { PostNow } from './fragments';

const MOST_PAGES = 40;

interface Paging {
  hasEarlier: boolean;
  isLoadingEarlier: boolean;
  loadEarlier: () => void;
}

/** Goes to one post: the one of the address, or one that is asked for. Earlier pages are fetched until it is there. */
export function useJump({
  postId,
  posts,
  paging,
}: {
  postId: string | undefined;
  posts: readonly PostNow[];
  paging: Paging;
}) {
  const [wanted, setWanted] = useState(postId);
  const [target, setTarget] = useState(postId);
  const pages = useRef(0);
  const isThere = wanted !== undefined && posts.some(({ id }) => id === wanted);
  const { hasEarlier, isLoadingEarlier, loadEarlier } = paging;
  const isOpening = isThere && wanted === posts[0]?.id && !hasEarlier && wanted === postId;

  useEffect(() => {
    if (!postId) return;
    setWanted(postId);
    setTarget(postId);
  }, [postId]);

  useEffect(() => {
    if (!wanted) return;
    if (!isThere) {
      if (!hasEarlier || isLoadingEarlier || pages.current >= MOST_PAGES) return;
      pages.current += 1;
      return loadEarlier();
    }
    setWanted(undefined);
    // What opens the thread is read from the top: its title and what it asks stand above it.
    if (isOpening) return;
    // After the paint that brought it.
    requestAnimationFrame(() => {
      const element = document.getElementById(`post-${wanted}`);
      element?.scrollIntoView({ block: 'center' });
    });
  }, [wanted, isThere, isOpening, hasEarlier, isLoadingEarlier, loadEarlier]);

  /** @param isMarked whether it stands out for a moment: one's own new post need not */
  const jumpTo = useCallback((id: string, isMarked = true) => {
    pages.current = 0;
    setWanted(id);
    setTarget(isMarked ? id : undefined);
  }, []);
  return { jumpTo, target };
}
