import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../api';
import { Avatar, Icon, Mark } from '../design';
import { useLingui, useTimes } from '../language';
import { useLiveInbox } from './live-inbox';
import { useViewer } from './viewer';

export const NavigationQuery = graphql(`
  query Navigation {
    viewer {
      inbox {
        waitingOnMeCount
      }
      drafts(first: 20) {
        nodes {
          id
        }
      }
      channels(first: 60) {
        nodes {
          id
          name
          slug
          visibility
          viewerUnreadCount
          members(first: 3) {
            nodes {
              id
              name
              avatarUrl
              isWorkingTime
            }
          }
        }
      }
    }
  }
`);

/** The left side: search, the one button, four places, channels and people. No presence, only working hours. */
export function NavigationBar({ onSearch }: { onSearch: () => void }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const viewer = useViewer();
  const [{ data }, refetch] = useQuery({ query: NavigationQuery });
  useLiveInbox(refetch);
  const all = data?.viewer?.channels.nodes ?? [];
  const channels = all.filter(({ visibility }) => visibility !== 'DIRECT');
  const direct = all.filter(({ visibility }) => visibility === 'DIRECT');
  const waiting = data?.viewer?.inbox.waitingOnMeCount ?? 0;
  const drafts = data?.viewer?.drafts.nodes.length ?? 0;
  const { member } = viewer;
  return (
    <nav className="nav" aria-label={i18n._('Main')}>
      <div className="team">
        <Mark />
        <span className="cut">{viewer.organization.name}</span>
      </div>
      <button type="button" className="jump" onClick={onSearch}>
        <Icon name="search" small />
        <span>{i18n._('Search or jump to')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Link to="/new" className="btn soft wide">
        <Icon name="plus" small />
        {i18n._('Write or record')}
      </Link>
      <div className="places">
        <ul>
          <li>
            <Link to="/inbox" activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
              <Icon name="inbox" />
              <span>{i18n._('Inbox')}</span>
              {waiting > 0 && <span className="n">{times.number(waiting)}</span>}
            </Link>
          </li>
          <li>
            <Link to="/catch-up" activeProps={{ 'aria-current': 'page' }}>
              <Icon name="sunrise" />
              <span>{i18n._('Catch up')}</span>
            </Link>
          </li>
          <li>
            <Link to="/drafts" activeProps={{ 'aria-current': 'page' }}>
              <Icon name="pencil" />
              <span>{i18n._('Drafts')}</span>
              {drafts > 0 && <span className="n">{times.number(drafts)}</span>}
            </Link>
          </li>
          <li>
            <Link to="/recordings" activeProps={{ 'aria-current': 'page' }}>
              <Icon name="recording" />
              <span>{i18n._('My recordings')}</span>
            </Link>
          </li>
        </ul>
        <div>
          <div className="grp">
            {i18n._('Channels')}
            <Link to="/channels" className="ib tiny" aria-label={i18n._('Browse channels')}>
              <Icon name="plus" small />
            </Link>
          </div>
          <ul>
            {channels.map((channel) => (
              <li key={channel.id}>
                <Link
                  to="/c/$slug"
                  params={{ slug: channel.slug }}
                  activeOptions={{ includeSearch: false }}
                  activeProps={{ 'aria-current': 'page' }}
                >
                  <span className="hash" aria-hidden="true">
                    {channel.visibility === 'PRIVATE' ? <Icon name="lock" small /> : '#'}
                  </span>
                  <span className={`cut${channel.viewerUnreadCount > 0 ? ' strong' : ''}`}>{channel.name}</span>
                  {channel.viewerUnreadCount > 0 && (
                    <span className="dot">
                      <span className="sr">{i18n._('new')}</span>
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <div className="grp">
            <Link to="/people">{i18n._('People')}</Link>
          </div>
          <ul>
            {direct.map((channel) => {
              const others = channel.members.nodes.filter(({ id }) => id !== member.id);
              const first = others[0];
              if (!first) return null;
              return (
                <li key={channel.id}>
                  <Link
                    to="/c/$slug"
                    params={{ slug: channel.slug }}
                    activeOptions={{ includeSearch: false }}
                    activeProps={{ 'aria-current': 'page' }}
                  >
                    <Avatar member={first} size="xs" />
                    <span className={`cut${channel.viewerUnreadCount > 0 ? ' strong' : ''}`}>
                      {times.list(others.map(({ name }) => name))}
                    </span>
                    {others.length === 1 && !first.isWorkingTime && (
                      <span className="n" title={i18n._('Outside working hours')}>
                        <Icon name="moon" small />
                        <span className="sr">{i18n._('Outside working hours')}</span>
                      </span>
                    )}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      </div>
      <div className="you">
        <Avatar member={member} size="sm" />
        <div>
          <b className="cut">{member.name}</b>
          <small>{workLine(i18n, times, member)}</small>
        </div>
        <Link to="/settings" className="ib" aria-label={i18n._('Your settings')}>
          <Icon name="gear" />
        </Link>
      </div>
    </nav>
  );
}

type Texts = ReturnType<typeof useLingui>['i18n'];

/** "Working until 17:30", "Quiet until 09:00": from the calendar alone. */
function workLine(
  i18n: Texts,
  times: ReturnType<typeof useTimes>,
  member: ReturnType<typeof useViewer>['member'],
): string {
  if (!member.isWorkingTime) {
    return member.nextWorkingTime
      ? i18n._('Quiet until {time}', { time: times.due(member.nextWorkingTime) })
      : i18n._('Outside working hours');
  }
  const day = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'][
    new Date(times.dayOf(Date.now())).getUTCDay()
  ];
  const now = times.clock(Date.now());
  const interval = member.workingHours.week.find(
    ({ day: of, start, end }) => of === day && start.slice(0, 5) <= now && now < end.slice(0, 5),
  );
  return interval ? i18n._('Working until {time}', { time: interval.end.slice(0, 5) }) : i18n._('Working');
}
