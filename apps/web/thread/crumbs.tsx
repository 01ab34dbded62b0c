import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Icon, MenuButton, type MenuItem } from '../design';
import { useShortcuts } from '../keyboard';
import { useLingui } from '../language';
import { useViewer } from '../shell';
import type { Person } from './call/call-sheet';
import { ConcludeSheet } from './conclude-sheet';
import { copyLink } from './copy-link';
import type { PostNow, ThreadNow } from './fragments';
import type { Lane, Place } from './use-lane';
import type { useThreadActs } from './use-thread-acts';

const CallSheet = lazy(() => import('./call/call-sheet').then(({ CallSheet }) => ({ default: CallSheet })));

/** Where the reader is, the way to the neighbours in the lane, and what can be done with the thread. */
export function Crumbs({
  thread,
  posts,
  others,
  lane,
  place,
  acts,
  onDone,
}: {
  thread: ThreadNow;
  posts: readonly PostNow[];
  /** Everybody of the thread but the reader. */
  others: readonly Person[];
  lane?: Lane;
  place?: Place;
  acts: ReturnType<typeof useThreadActs>;
  /** On a phone: what is asked can be settled from here. */
  onDone?: () => void;
}) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const router = useRouter();
  const { member, permissions } = useViewer();
  const [isConcluding, setConcluding] = useState(false);
  const [isCalling, setCalling] = useState(false);
  const go = (threadId?: string) => {
    if (threadId) void navigate({ to: '/t/$threadId', params: { threadId }, search: { from: lane } });
  };
  useShortcuts(i18n._('Thread'), [
    { id: 'thread.next', keys: 'J', title: i18n._('Next thread'), run: () => go(place?.next) },
    { id: 'thread.previous', keys: 'K', title: i18n._('Previous thread'), run: () => go(place?.previous) },
    { id: 'thread.save', keys: 'S', title: i18n._('Save'), run: () => void acts.toggleSaved() },
  ]);
  const isOpen = thread.state === 'OPEN';
  const mayConclude = thread.author.id === member.id || permissions.includes('MANAGE_MEMBERS');
  const items: (MenuItem | 'line')[] = [
    {
      label: thread.viewerHasSaved ? i18n._('Do not save any more') : i18n._('Save'),
      icon: 'bookmark',
      keys: 'S',
      run: () => void acts.toggleSaved(),
    },
    {
      label: thread.pinned ? i18n._('Unpin from the channel') : i18n._('Pin in the channel'),
      icon: 'pin',
      run: () => void acts.togglePin(),
    },
    { label: i18n._('Copy link'), icon: 'link', run: () => void copyLink(i18n) },
    'line',
    ...(
      [
        ['FOLLOWING', i18n._('Follow: every post'), 'bell'],
        ['DIGEST', i18n._('In the digest'), 'sunrise'],
        ['MUTED', i18n._('Mute'), 'mute'],
      ] as const
    ).map(([involvement, label, icon]) => ({
      label,
      icon,
      isChosen: thread.viewerInvolvement === involvement,
      run: () => void acts.involve(involvement),
    })),
    'line',
    {
      label: i18n._('Propose a call'),
      icon: 'clock',
      isDisabled: !isOpen || others.length === 0,
      run: () => setCalling(true),
    },
    isOpen
      ? { label: i18n._('Conclude'), icon: 'check', isDisabled: !mayConclude, run: () => setConcluding(true) }
      : { label: i18n._('Reopen'), icon: 'restart', run: () => void acts.reopen() },
  ];
  return (
    <div className="crumbs">
      <button
        type="button"
        className="ib only-s"
        aria-label={i18n._('Back')}
        onClick={() => (router.history.canGoBack() ? router.history.back() : void navigate({ to: '/inbox' }))}
      >
        <Icon name="back" flips />
      </button>
      <Link to="/c/$slug" params={{ slug: thread.channel.slug }}>
        <bdi>{thread.channel.visibility === 'DIRECT' ? thread.channel.name : `#${thread.channel.name}`}</bdi>
      </Link>
      {place && (
        <>
          <span className="not-s" aria-hidden="true">
            ·
          </span>
          <Link to="/inbox" search={{ lane: lane === 'you' ? undefined : lane }} className="not-s">
            {placeWords()}
          </Link>
        </>
      )}
      {thread.pinned && (
        <span title={i18n._('Pinned in its channel')}>
          <Icon name="pin" small />
          <span className="sr">{i18n._('Pinned in its channel')}</span>
        </span>
      )}
      {thread.viewerHasSaved && (
        <span title={i18n._('Saved for you')}>
          <Icon name="bookmark" small />
          <span className="sr">{i18n._('Saved for you')}</span>
        </span>
      )}
      <span className="tools">
        {place && (
          <>
            <button
              type="button"
              className="ib not-s"
              aria-label={i18n._('Previous thread (K)')}
              title={i18n._('Previous thread (K)')}
              disabled={!place.previous}
              onClick={() => go(place.previous)}
            >
              <Icon name="up" />
            </button>
            <button
              type="button"
              className="ib not-s"
              aria-label={i18n._('Next thread (J)')}
              title={i18n._('Next thread (J)')}
              disabled={!place.next}
              onClick={() => go(place.next)}
            >
              <Icon name="down" />
            </button>
          </>
        )}
        {onDone && (
          <button type="button" className="ib only-s" aria-label={i18n._('Mark done (E)')} onClick={onDone}>
            <Icon name="check" />
          </button>
        )}
        <MenuButton label={i18n._('More')} title={i18n._('More')} items={items}>
          <Icon name="more" />
        </MenuButton>
      </span>
      {isCalling && (
        <Suspense>
          <CallSheet threadId={thread.id} people={others} onClose={() => setCalling(false)} />
        </Suspense>
      )}
      {isConcluding && (
        <ConcludeSheet thread={thread} posts={posts} viewerId={member.id} onClose={() => setConcluding(false)} />
      )}
    </div>
  );

  function placeWords(): string {
    const { number, count } = place!;
    if (lane === 'others')
      return number
        ? i18n._('{number} of {count} waiting on others', { number, count })
        : i18n._('{count} waiting on others', { count });
    if (lane === 'fyi')
      return number ? i18n._('{number} of {count} to read', { number, count }) : i18n._('{count} to read', { count });
    return number
      ? i18n._('{number} of {count} waiting on you', { number, count })
      : i18n._('{count} waiting on you', { count });
  }
}
