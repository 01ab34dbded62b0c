import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api';
import { Empty, Icon, MenuButton } from '../design';
import { useLingui } from '../language';
import { AdminPage } from './admin-page';
import { ChannelSheet } from './channel-sheet';
import { type AdminChannel, ChannelsQuery } from './channels-query';
import { Loaded } from './loaded';
import { useAct } from './use-act';

const Archive = graphql(`
  mutation ArchiveChannel($input: ArchiveChannelInput!) {
    archiveChannel(input: $input) {
      channel {
        id
        archivedAt
      }
    }
  }
`);

/** Every channel with what it is for, who looks after it, who sees it, and how long it is kept. */
export function ChannelsScreen() {
  const { i18n } = useLingui();
  const [query, setQuery] = useState('');
  const [after, setAfter] = useState<string | null>(null);
  const [state, retry] = useQuery({ query: ChannelsQuery, variables: { query: query.trim() || null, after } });
  const [archive] = useAct(Archive);
  const [editing, setEditing] = useState<AdminChannel>();
  const visibility = { PUBLIC: i18n._('Everybody'), PRIVATE: i18n._('Its members'), DIRECT: i18n._('These people') };
  return (
    <AdminPage title={i18n._('Channels')} lead={i18n._('What each is for, who sees it, how long it is kept.')}>
      <label className="filter">
        <Icon name="search" small />
        <input
          type="search"
          value={query}
          placeholder={i18n._('Name or purpose')}
          aria-label={i18n._('Filter channels')}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      <Loaded state={state} onRetry={retry}>
        {({ administration: { channels } }) =>
          channels.nodes.length === 0 ? (
            <Empty title={i18n._('No channel is called that.')} />
          ) : (
            <table className="tbl">
              <thead>
                <tr>
                  <th>{i18n._('Channel')}</th>
                  <th>{i18n._('Owner')}</th>
                  <th>{i18n._('Seen by')}</th>
                  <th className="r">{i18n._('Members')}</th>
                  <th>{i18n._('Kept')}</th>
                  <th>
                    <span className="sr">{i18n._('Actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {channels.nodes.map((channel) => (
                  <tr key={channel.id} className={channel.archivedAt ? 'left' : undefined}>
                    <td>
                      <b>
                        <Link to="/c/$slug" params={{ slug: channel.slug }}>{`#${channel.name}`}</Link>
                      </b>
                      <small>{channel.archivedAt ? i18n._('Archived') : channel.purpose}</small>
                    </td>
                    <td className="hide">{channel.owner?.name ?? i18n._('nobody')}</td>
                    <td className="hide">{visibility[channel.visibility]}</td>
                    <td className="r">{channel.memberCount}</td>
                    <td className="hide">
                      {channel.retentionDays
                        ? i18n._('{days, plural, one {# day} other {# days}}', { days: channel.retentionDays })
                        : i18n._('for good')}
                    </td>
                    <td>
                      <MenuButton
                        label={i18n._('More about {name}', { name: `#${channel.name}` })}
                        items={[
                          { label: i18n._('Change'), icon: 'pencil', run: () => setEditing(channel) },
                          channel.archivedAt
                            ? {
                                label: i18n._('Open it again'),
                                icon: 'check',
                                run: () =>
                                  void archive(
                                    { input: { channelId: channel.id, archived: false } },
                                    i18n._('It is open again.'),
                                  ),
                              }
                            : {
                                label: i18n._('Archive'),
                                icon: 'inbox',
                                run: () =>
                                  void archive(
                                    { input: { channelId: channel.id, archived: true } },
                                    i18n._('Archived: all of it stays readable.'),
                                  ),
                              },
                        ]}
                      >
                        <Icon name="more" />
                      </MenuButton>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      {state.data?.administration.channels.pageInfo.hasNextPage && (
        <button
          type="button"
          className="btn quiet"
          onClick={() => setAfter(state.data!.administration.channels.pageInfo.endCursor)}
        >
          {i18n._('Show more')}
        </button>
      )}
      {editing && <ChannelSheet channel={editing} onClose={() => setEditing(undefined)} />}
    </AdminPage>
  );
}
