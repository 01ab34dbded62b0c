import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { sentenceOf } from '../api';
import { Problem, Skeleton } from '../design';
import { useShortcuts } from '../keyboard';
import { useLingui, useTimes } from '../language';
import { Deck, DeckProvider, useCurrent, usePlayerKeys } from '../player';
import { usePageTitle, useViewer } from '../shell';
import { Banner } from './banner/banner';
import { useResponseActs } from './banner/use-response-acts';
import { Conclusion } from './conclusion';
import { Crumbs } from './crumbs';
import { ReplyDock } from './dock/reply-dock';
import { focusOf } from './focus';
import type { PostNow, ThreadNow } from './fragments';
import { PostList } from './post-list';
import { putTogether } from './put-together';
import { recordingsOf } from './recordings';
import { Panel, type PanelTab } from './side/panel';
import { ThreadTitle } from './thread-title';
import { useDeckStart } from './use-deck-start';
import { useJump } from './use-jump';
import { useLane } from './use-lane';
import { useLiveThread } from './use-live-thread';
import { usePanel } from './use-panel';
import { usePosts } from './use-posts';
import { useReadMark } from './use-read-mark';
import { useThreadActs } from './use-thread-acts';
import { firstName, peopleWords } from './words';

export function ThreadView({
  thread,
  firstPost,
  onChanged,
}: {
  thread: ThreadNow;
  firstPost: PostNow | null;
  onChanged: () => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const navigate = useNavigate();
  const viewerId = useViewer().member.id;
  const search = useSearch({ from: '/frame/t/$threadId' });
  const [deck] = useState(() => new Deck());
  const paging = usePosts(thread.id);
  const first = useMemo(() => (firstPost ? [firstPost] : []), [firstPost]);
  const posts = useMemo(() => putTogether<PostNow>([first, paging.posts]), [first, paging.posts]);
  const place = useLane(search.from, thread.id);
  const threadActs = useThreadActs(thread, onChanged);
  const acts = useResponseActs();
  const shown = useMemo(
    () =>
      posts.map((post) => ({
        ...post,
        expectation: { ...post.expectation, responses: post.expectation.responses.map(acts.asShown) },
      })),
    [posts, acts.asShown],
  );
  const focus = focusOf(shown, viewerId);
  const recordings = useMemo(() => recordingsOf(posts), [posts]);
  const current = useCurrent(deck);
  const media = recordings.find(({ id }) => id === current?.mediaId) ?? recordings[0];
  const panel = usePanel(search.panel);
  const [moment, setMoment] = useState<{ mediaId: string; seconds: number; asked: number }>();
  const comment = () =>
    current && setMoment({ mediaId: current.mediaId, seconds: Math.floor(current.now.seconds), asked: Date.now() });
  const { jumpTo, target } = useJump({ postId: search.post, posts, paging });
  useDeckStart(deck, recordings[0], search.at);
  usePlayerKeys(deck, comment);
  usePageTitle(thread.title);
  useLiveThread(thread.id, posts, paging.loadLater, () => {
    paging.retry();
    onChanged();
  });
  useReadMark(thread.id, posts.at(-1)?.id, thread.viewerUnreadCount);
  useShortcuts(
    i18n._('Recording'),
    media ? [{ id: 'thread.transcript', keys: 'T', title: i18n._('Transcript'), run: panel.toggle }] : [],
  );
  const people = useMemo(() => peopleOf(posts), [posts]);
  const others = people.filter(({ id }) => id !== viewerId);
  const settle = () => {
    if (focus?.kind !== 'asked' || !focus.own) return undefined;
    const { own, post } = focus;
    if (post.expectation.kind === 'DECIDE') return undefined;
    return () => void (post.expectation.kind === 'ACKNOWLEDGE' ? acts.acknowledge(own, 'ACKNOWLEDGE') : acts.done(own));
  };
  const onMoment = useCallback((postId: string) => jumpTo(postId), [jumpTo]);
  const showTab = (tab: PanelTab) => {
    panel.show(tab);
    void navigate({ to: '.', search: (before) => ({ ...before, panel: tab }), replace: true });
  };

  return (
    <DeckProvider value={deck}>
      <div className={`thread${media && panel.isOpen ? '' : ' alone'}`}>
        <div className="talk-scroll">
          <div className="talk">
            <Crumbs
              thread={thread}
              posts={shown}
              others={others}
              lane={search.from}
              place={place}
              acts={threadActs}
              onDone={settle()}
            />
            <ThreadTitle thread={thread} canEdit={thread.author.id === viewerId} />
            <Conclusion thread={thread} onReopen={() => void threadActs.reopen()} />
            {focus && thread.state === 'OPEN' && <Banner focus={focus} viewerId={viewerId} acts={acts} />}
            {paging.error && <Problem onRetry={paging.retry}>{sentenceOf(i18n, paging.error)}</Problem>}
            <PostList
              thread={thread}
              posts={posts}
              paging={paging}
              deck={deck}
              target={target}
              asShown={acts.asShown}
              isAsked={focus?.kind === 'asked'}
              onMoment={onMoment}
            />
            {paging.isLoading && <Skeleton lines={3} />}
            <ReplyDock
              threadId={thread.id}
              channelId={thread.channel.id}
              invitation={invitation()}
              askWhom={others.map(({ id }) => id)}
              wantsFocus={search.reply === true}
              moment={moment}
              onSent={(postId) => {
                paging.loadLater();
                onChanged();
                jumpTo(postId, false);
              }}
            />
          </div>
        </div>
        {media && panel.isOpen && (
          <Panel
            media={media}
            playback={deck.of(media.id)}
            tab={panel.tab}
            people={people}
            onTab={showTab}
            onMoment={onMoment}
            onComment={comment}
          />
        )}
      </div>
    </DeckProvider>
  );

  function invitation(): string {
    const [one, ...rest] = others;
    if (!one) return i18n._('Write a message');
    if (rest.length === 0) return i18n._('Reply to {name}', { name: firstName(one.name) });
    if (rest.length === 1) return i18n._('Reply to {people}', { people: peopleWords(i18n, times, others, viewerId) });
    return i18n._('Reply to {name} and {count} others', { name: firstName(one.name), count: rest.length });
  }
}

/** Who wrote here or is asked here, in the order in which they came in. */
function peopleOf(posts: readonly PostNow[]) {
  const people = posts.flatMap(({ author, expectation }) => [
    author,
    ...expectation.responses.map(({ recipient }) => recipient),
  ]);
  return [...new Map(people.map(({ id, name, avatarUrl }) => [id, { id, name, avatarUrl }])).values()];
}
