import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, type ResultOf, sentenceOf } from '../api';
import { Avatar, Empty, Problem, Skeleton } from '../design';
import { useShortcuts } from '../keyboard';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import { useLiveInbox } from '../shell';
import { PAGE } from './items';
import { usePicking } from './use-picking';

const UnreadThreads = graphql(`
  query UnreadThreads($first: Int!, $after: String) {
    viewer {
      inbox {
        unreadThreadCount
        unreadThreads(first: $first, after: $after) {
          nodes {
            id
            title
            lastActivityAt
            viewerUnreadCount
            mediaSeconds
            author {
              id
              name
              avatarUrl
            }
            channel {
              id
              name
              slug
              visibility
            }
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
      }
    }
  }
`);
const ReadChannel = graphql(`
  mutation ReadChannel($input: MarkChannelReadInput!) {
    markChannelRead(input: $input) {
      channel {
        id
      }
    }
  }
`);
const ReadThread = graphql(`
  mutation ReadThread($input: MarkThreadReadInput!) {
    markThreadRead(input: $input) {
      thread {
        id
        viewerUnreadCount
      }
    }
  }
`);

type UnreadThread = NonNullable<ResultOf<typeof UnreadThreads>['viewer']>['inbox']['unreadThreads']['nodes'][number];

/** What may be read and asks for nothing, by channel. */
export function FyiLane() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, refetch] = useQuery({ query: UnreadThreads, variables: { first: PAGE, after } });
  useLiveInbox(refetch);
  const [, readChannel] = useMutation(ReadChannel);
  const [, readThread] = useMutation(ReadThread);
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const page = data?.viewer?.inbox.unreadThreads;
  const threads = (page?.nodes ?? []).filter(({ id }) => !read.has(id));
  const byChannel = [...Map.groupBy(threads, ({ channel }) => channel.id).values()];
  const ordered = byChannel.flat();
  const picking = usePicking(
    ordered.map(({ id }) => id),
    (id) => document.querySelector<HTMLElement>(`[data-row="${id}"] a`)?.focus(),
  );
  const current = ordered.find(({ id }) => id === picking.id);

  async function mark(marked: UnreadThread[], call: () => Promise<{ error?: Parameters<typeof sentenceOf>[1] }>) {
    const ids = marked.map(({ id }) => id);
    setRead((before) => new Set([...before, ...ids]));
    const answer = await call();
    if (!answer.error) return;
    setRead((before) => new Set([...before].filter((id) => !ids.includes(id))));
    notice({ text: sentenceOf(i18n, answer.error), isProblem: true });
  }
  const markOne = (thread: UnreadThread | undefined) =>
    thread && mark([thread], () => readThread({ input: { threadId: thread.id } }));
  const markGroup = (thread: UnreadThread | undefined) =>
    thread &&
    mark(
      threads.filter(({ channel }) => channel.id === thread.channel.id),
      () => readChannel({ input: { channelId: thread.channel.id } }),
    );

  useShortcuts(i18n._('For your information'), [
    { id: 'inbox.next', keys: 'J ArrowDown', title: i18n._('Next'), run: picking.next },
    { id: 'inbox.previous', keys: 'K ArrowUp', title: i18n._('Previous'), run: picking.previous },
    {
      id: 'inbox.open',
      keys: 'Enter',
      title: i18n._('Open'),
      run: () =>
        void (current && navigate({ to: '/t/$threadId', params: { threadId: current.id }, search: { from: 'fyi' } })),
    },
    { id: 'inbox.done', keys: 'E', title: i18n._('Mark as read'), run: () => void markOne(current) },
    {
      id: 'inbox.readGroup',
      keys: 'Shift+E',
      title: i18n._('Mark the whole group as read'),
      run: () => void markGroup(current),
    },
  ]);

  if (!page)
    return error ? (
      <Problem onRetry={() => refetch({ requestPolicy: 'network-only' })}>{sentenceOf(i18n, error)}</Problem>
    ) : (
      <Skeleton lines={8} />
    );
  if (threads.length === 0 && !fetching) return <Empty title={i18n._('All read.')} />;
  return (
    <>
      {byChannel.map((group) => (
        <ChannelGroup
          key={group[0]!.channel.id}
          threads={group}
          current={picking.id}
          onPoint={picking.point}
          onRead={() => void markGroup(group[0])}
        />
      ))}
      {page.pageInfo.hasNextPage && (
        <button
          type="button"
          className="btn quiet"
          disabled={fetching}
          onClick={() => setAfter(page.pageInfo.endCursor)}
        >
          {i18n._('Show more')}
        </button>
      )}
    </>
  );
}

interface ChannelGroupProps {
  threads: UnreadThread[];
  current: string | undefined;
  onPoint: (id: string) => void;
  onRead: () => void;
}

function ChannelGroup({ threads, current, onPoint, onRead }: ChannelGroupProps) {
  const { i18n } = useLingui();
  const times = useTimes();
  const { channel } = threads[0]!;
  const name = channel.visibility === 'DIRECT' ? i18n._('Direct messages') : `#${channel.name}`;
  return (
    <section>
      <h2 className="when">
        {name}
        <button type="button" className="link" onClick={onRead}>
          {i18n._('Mark all as read')}
        </button>
      </h2>
      <ul aria-label={name}>
        {threads.map((thread) => (
          <li
            key={thread.id}
            className={`row new fyi${thread.id === current ? ' sel' : ''}`}
            data-row={thread.id}
            onPointerMove={() => thread.id !== current && onPoint(thread.id)}
          >
            <Avatar member={thread.author} size="lg" />
            <div className="body">
              <div className="from">
                <b>{thread.author.name}</b>
                {' · '}
                <time dateTime={thread.lastActivityAt}>{times.since(thread.lastActivityAt)}</time>
              </div>
              <div className="ttl">
                <Link
                  to="/t/$threadId"
                  params={{ threadId: thread.id }}
                  search={{ from: 'fyi' }}
                  onFocus={() => onPoint(thread.id)}
                >
                  {thread.title}
                </Link>
              </div>
            </div>
            <div className="state-col">
              <span className="x plain">
                {i18n._('{count, plural, one {# new post} other {# new posts}}', { count: thread.viewerUnreadCount })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
