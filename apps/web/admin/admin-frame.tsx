import { Link, Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api';
import { Avatar, Icon, type IconName } from '../design';
import { useShortcuts } from '../keyboard';
import { useLingui, useTimes } from '../language';
import { useViewer, ViewerProvider } from '../shell';
import './admin.css';
import { AdminSearch } from './admin-search';

const FrameQuery = graphql(`
  query AdminFrame {
    administration {
      overview {
        memberCount
        failedJobs
        pausedQueues
      }
    }
  }
`);

/** The console: the same calm, two levels, and a search over all that can be set. */
export function AdminFrame() {
  const navigate = useNavigate();
  const router = useRouter();
  const signedOut = useCallback(() => {
    const { href } = router.latestLocation;
    void navigate({ to: '/sign-in', search: { returnTo: href }, replace: true });
  }, [navigate, router]);
  return (
    <ViewerProvider waiting={<div className="app" />} signedOut={signedOut}>
      <Frame />
    </ViewerProvider>
  );
}

function Frame() {
  const { i18n } = useLingui();
  const viewer = useViewer();
  const [searching, setSearching] = useState(false);
  const isAllowed = viewer.permissions.includes('SEE_ADMINISTRATION');
  const [{ data }] = useQuery({ query: FrameQuery, pause: !isAllowed });
  const overview = data?.administration.overview;
  useShortcuts(i18n._('Administration'), [
    {
      id: 'admin.search',
      keys: '/ Ctrl+K',
      title: i18n._('Find a setting or a person'),
      run: () => setSearching(true),
    },
  ]);
  if (!isAllowed) return <NotAllowed />;
  return (
    <div className="app">
      <a className="skip" href="#page">
        {i18n._('Skip to the page')}
      </a>
      <nav className="nav admin-nav" aria-label={i18n._('Administration')}>
        <div className="team">
          <Link to="/inbox" className="ib" aria-label={i18n._('Back to the inbox')}>
            <Icon name="back" flips />
          </Link>
          {i18n._('Administration')}
        </div>
        <button type="button" className="jump" onClick={() => setSearching(true)}>
          <Icon name="search" small />
          <span>{i18n._('Find a setting or a person')}</span>
          <kbd>/</kbd>
        </button>
        <Places memberCount={overview?.memberCount} failed={overview?.failedJobs} />
        <div className="you">
          <Avatar member={viewer.member} size="sm" />
          <div>
            <b>{viewer.member.name}</b>
            <small>{viewer.member.role === 'OWNER' ? i18n._('Owner') : i18n._('Administrator')}</small>
          </div>
        </div>
      </nav>
      <main className="page" id="page" tabIndex={-1}>
        <div className="admin-page">
          {overview && overview.pausedQueues.length > 0 && <PausedBanner queues={overview.pausedQueues} />}
          <Outlet />
        </div>
      </main>
      {searching && <AdminSearch onClose={() => setSearching(false)} />}
    </div>
  );
}

type AdminPath =
  | '/admin'
  | '/admin/members'
  | '/admin/invites'
  | '/admin/groups'
  | '/admin/roles'
  | '/admin/channels'
  | '/admin/agreements'
  | '/admin/storage'
  | '/admin/digests'
  | '/admin/insight'
  | '/admin/health'
  | '/admin/audit'
  | '/admin/settings';

function Places({ memberCount, failed }: { memberCount?: number; failed?: number }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const place = (to: AdminPath, icon: IconName, name: string, count?: number) => (
    <li>
      <Link
        to={to}
        activeOptions={{ exact: to === '/admin', includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
      >
        <Icon name={icon} />
        <span>{name}</span>
        {count ? <span className="n">{times.number(count)}</span> : null}
      </Link>
    </li>
  );
  return (
    <div className="places">
      <ul>
        {place('/admin', 'sunrise', i18n._('Overview'))}
        {place('/admin/members', 'people', i18n._('Members'), memberCount)}
        {place('/admin/invites', 'plus', i18n._('Invites'))}
        {place('/admin/groups', 'people', i18n._('Groups'))}
        {place('/admin/roles', 'shield', i18n._('Roles'))}
        {place('/admin/channels', 'lines', i18n._('Channels'))}
        {place('/admin/agreements', 'pencil', i18n._('Agreements'))}
      </ul>
      <ul>
        {place('/admin/storage', 'recording', i18n._('Storage and queue'), failed)}
        {place('/admin/digests', 'inbox', i18n._('Digests'))}
        {place('/admin/insight', 'people', i18n._('Insight'))}
        {place('/admin/health', 'bolt', i18n._('Health'))}
      </ul>
      <ul>
        {place('/admin/audit', 'note', i18n._('Audit log'))}
        {place('/admin/settings', 'gear', i18n._('Settings'))}
      </ul>
    </div>
  );
}

function PausedBanner({ queues }: { queues: string[] }) {
  const { i18n } = useLingui();
  const times = useTimes();
  return (
    <p className="paused" role="status">
      <Icon name="pause" small />
      <span>{i18n._('Paused: {queues}. What arrives waits and is not lost.', { queues: times.list(queues) })}</span>
      <Link to="/admin/storage" className="link">
        {i18n._('Go on with the work')}
      </Link>
    </p>
  );
}

function NotAllowed() {
  const { i18n } = useLingui();
  return (
    <main className="lost">
      <h1>{i18n._('This is for administrators')}</h1>
      <p>{i18n._('Ask an owner of the organisation if you need to change something here.')}</p>
      <p>
        <Link to="/inbox" className="btn quiet">
          {i18n._('Go to the inbox')}
        </Link>
      </p>
    </main>
  );
}
