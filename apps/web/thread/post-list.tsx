import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLingui } from '../language';
import type { Deck } from '../player';
import { useViewer } from '../shell';
import type { Answer, PostNow, ThreadNow } from './fragments';
import { ownRecording, Post } from './post';
import { firstUnread } from './put-together';
import type { usePosts } from './use-posts';

/** The messages: the first always, then the newest, and what lies between when it is asked for. */
export function PostList({
  thread,
  posts,
  paging,
  deck,
  target,
  asShown,
  isAsked,
  onMoment,
}: {
  thread: ThreadNow;
  posts: readonly PostNow[];
  paging: ReturnType<typeof usePosts>;
  deck: Deck;
  target?: string;
  asShown: (answer: Answer) => Answer;
  /** What is asked of the reader stands above: they are not taken away from it. */
  isAsked: boolean;
  onMoment: (postId: string) => void;
}) {
  const { i18n } = useLingui();
  const list = useRef<HTMLDivElement>(null);
  const viewerId = useViewer().member.id;
  const [unreadAtStart] = useState(thread.viewerUnreadCount);
  const [newFrom, setNewFrom] = useState<string>();
  const { hasEarlier, isLoading, isLoadingEarlier } = paging;
  const [first, ...rest] = posts;
  const recording = posts.map(ownRecording).find(Boolean);
  const between = Math.max(0, thread.postCount - posts.length);

  // What was unread when the reader came stays marked while they are here.
  useEffect(() => {
    if (isLoading || newFrom !== undefined) return;
    const id = firstUnread(posts, unreadAtStart, viewerId) ?? '';
    setNewFrom(id);
    if (!id || isAsked || target || id === posts[0]?.id) return;
    requestAnimationFrame(() => document.getElementById(`post-${id}`)?.scrollIntoView({ block: 'center' }));
  }, [isLoading, newFrom, posts, unreadAtStart, viewerId, isAsked, target]);

  const keepPlace = useKeptPlace(list, rest[0]?.id);
  const props = { deck, recording, asShown, onMoment };
  return (
    <div className="posts" ref={list}>
      {first && <Post post={first} isFirst isTarget={target === first.id} {...props} />}
      {rest.length > 0 && <hr className="hr" />}
      {hasEarlier && between > 0 && (
        <button
          type="button"
          className="btn quiet earlier"
          disabled={isLoadingEarlier}
          onClick={() => {
            keepPlace();
            paging.loadEarlier();
          }}
        >
          {isLoadingEarlier
            ? i18n._('Loading')
            : i18n._('{count, plural, one {One message} other {# messages}} before these', { count: between })}
        </button>
      )}
      {rest.map((post) => (
        <Post
          key={post.id}
          post={post}
          isTarget={target === post.id}
          isNew={newFrom === post.id && post.id !== first?.id}
          {...props}
        />
      ))}
    </div>
  );
}

/** When earlier messages come in above, what the reader looks at stays where it is. */
function useKeptPlace(list: React.RefObject<HTMLDivElement | null>, topId: string | undefined): () => void {
  const kept = useRef<{ id: string; top: number }>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another post on top is what it waits for
  useLayoutEffect(() => {
    const { id, top } = kept.current ?? {};
    kept.current = undefined;
    const element = id && document.getElementById(`post-${id}`);
    if (!element || top === undefined) return;
    const by = element.getBoundingClientRect().top - top;
    const scroller = list.current?.closest<HTMLElement>('.talk-scroll');
    if (scroller && scroller.scrollHeight > scroller.clientHeight) scroller.scrollTop += by;
    else scrollBy(0, by);
  }, [topId]);
  return () => {
    const element = topId && document.getElementById(`post-${topId}`);
    if (element) kept.current = { id: topId, top: element.getBoundingClientRect().top };
  };
}
