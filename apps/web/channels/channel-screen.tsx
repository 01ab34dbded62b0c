import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Empty, Icon, MenuButton, Problem, Skeleton } from '../design';
import { useShortcuts } from '../keyboard';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import { usePageTitle, useViewer } from '../shell';
import { ChannelQuery } from './channel-query';
import { ChannelSide } from './channel-side';
import './channels.css';
import { ThreadLines } from './thread-lines';

const SetInvolvement = graphql(`
  mutation ChannelInvolvement($input: SetInvolvementInput!) {
    setInvolvement(input: $input) {
      involvement
    }
  }
`);
const MarkRead = graphql(`
  mutation ChannelRead($input: MarkChannelReadInput!) {
    markChannelRead(input: $input) {
      channel {
        id
        viewerUnreadCount
      }
    }
  }
`);

const route = getRouteApi('/frame/c/$slug');

/** A channel is a list of threads, never a stream: what was decided first, then what moves. */
export function ChannelScreen() {
  const { i18n } = useLingui();
  const times = useTimes();
  const navigate = useNavigate();
  const viewer = useViewer();
  const { slug } = route.useParams();
  const { show } = route.useSearch();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, refetch] = useQuery({
    query: ChannelQuery,
    variables: { slug, state: show === 'concluded' ? 'CONCLUDED' : 'OPEN', after },
  });
  const [, involve] = useMutation(SetInvolvement);
  const [, markRead] = useMutation(MarkRead);
  const channel = data?.channel;
  const others = channel?.members.nodes.filter(({ id }) => id !== viewer.member.id).map(({ name }) => name) ?? [];
  const title = !channel
    ? i18n._('Channel')
    : channel.visibility === 'DIRECT'
      ? times.list(others)
      : `#${channel.name}`;
  usePageTitle(title);
  const compose = () => channel && void navigate({ to: '/new', search: { channel: channel.id } });
  const reload = () => refetch({ requestPolicy: 'network-only' });

  async function setInvolvement(involvement: 'FOLLOWING' | 'DIGEST' | 'MUTED') {
    if (!channel) return;
    const answer = await involve({ input: { channelId: channel.id, involvement } });
    if (answer.error) notice({ text: sentenceOf(i18n, answer.error), isProblem: true });
    else reload();
  }
  useShortcuts(i18n._('Channel'), [
    { id: 'channel.compose', keys: 'C', title: i18n._('New thread here'), run: compose },
    {
      id: 'channel.follow',
      keys: 'F',
      title: i18n._('Follow or not'),
      run: () => void setInvolvement(channel?.viewerInvolvement === 'FOLLOWING' ? 'DIGEST' : 'FOLLOWING'),
    },
  ]);

  if (!channel) {
    return (
      <div className="screen">
        {error ? (
          <Problem onRetry={reload}>{sentenceOf(i18n, error)}</Problem>
        ) : data ? (
          <Empty title={i18n._('There is no such channel, or you may not see it.')} />
        ) : (
          <Skeleton lines={8} />
        )}
      </div>
    );
  }
  const involvement = [
    ['FOLLOWING', i18n._('Follow: tell me in my hours')],
    ['DIGEST', i18n._('In the digest')],
    ['MUTED', i18n._('Muted')],
  ] as const;
  return (
    <div className="channel">
      <div className="screen">
        <header>
          <div>
            <h1>{title}</h1>
            <p>{channel.archivedAt ? i18n._('Archived: you can read all of it.') : channel.purpose}</p>
          </div>
          <div className="tools">
            <MenuButton
              label={i18n._('What reaches you from here')}
              className="ib"
              items={[
                ...involvement.map(([value, label]) => ({
                  label,
                  isChosen: channel.viewerInvolvement === value,
                  run: () => void setInvolvement(value),
                })),
                'line' as const,
                {
                  label: i18n._('Mark all as read'),
                  icon: 'check' as const,
                  isDisabled: channel.viewerUnreadCount === 0,
                  run: () => void markRead({ input: { channelId: channel.id } }).then(reload),
                },
              ]}
            >
              <Icon name={channel.viewerInvolvement === 'MUTED' ? 'mute' : 'bell'} />
            </MenuButton>
            {!channel.archivedAt && (
              <button type="button" className="btn primary" onClick={compose}>
                <Icon name="plus" small />
                {i18n._('New thread')}
              </button>
            )}
          </div>
        </header>
        {channel.pinnedThreads.length > 0 && (
          <section className="pinned">
            <h2>{i18n._('Decided and pinned')}</h2>
            <ul>
              {channel.pinnedThreads.map((thread) => (
                <li key={thread.id}>
                  <Icon name="pin" small />
                  <Link to="/t/$threadId" params={{ threadId: thread.id }}>
                    <b>{thread.title}</b> {thread.conclusion?.summary}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
        <nav className="channel-tabs" aria-label={i18n._('Which threads')}>
          <Link to="/c/$slug" params={{ slug }} search={{}} data-chosen={!show}>
            {i18n._('Open')}
          </Link>
          <Link to="/c/$slug" params={{ slug }} search={{ show: 'concluded' }} data-chosen={show === 'concluded'}>
            {i18n._('Concluded')}
          </Link>
        </nav>
        {channel.threads.nodes.length === 0 ? (
          <Empty title={show ? i18n._('Nothing is concluded yet.') : i18n._('Start the first thread')}>
            {!show && !channel.archivedAt && (
              <button type="button" className="btn soft" onClick={compose}>
                {i18n._('Write or record')}
              </button>
            )}
          </Empty>
        ) : (
          <ThreadLines threads={channel.threads.nodes} />
        )}
        {channel.threads.pageInfo.hasNextPage && (
          <p>
            <button type="button" className="btn quiet" onClick={() => setAfter(channel.threads.pageInfo.endCursor)}>
              {i18n._('Show older')}
            </button>
          </p>
        )}
      </div>
      <ChannelSide channel={channel} />
    </div>
  );
}
