import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { onSignedOut } from './api';
import { Broken, Lost } from './shell/lost';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const number = (value: unknown): number | undefined =>
  Number.isFinite(Number(value)) && value !== undefined && value !== '' ? Number(value) : undefined;

const root = createRootRoute({ notFoundComponent: Lost, errorComponent: Broken });

/** Everything behind a sign-in, inside the frame with its navigation. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: lazyRouteComponent(() => import('./frame'), 'Frame'),
});

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ href: '/inbox' });
  },
});

export type Lane = 'you' | 'others' | 'fyi' | 'later';
const lanes: readonly unknown[] = ['others', 'fyi', 'later'];
const inbox = createRoute({
  getParentRoute: () => frame,
  path: '/inbox',
  validateSearch: (search): { lane?: Lane; sort?: 'due' | 'newest' } => ({
    lane: lanes.includes(search.lane) ? (search.lane as Lane) : undefined,
    sort: search.sort === 'newest' ? 'newest' : undefined,
  }),
  loader: ({ cause }) => {
    // The page does not wait for it.
    if (cause === 'enter') void import('./inbox/inbox-screen').then(({ askEarly }) => askEarly());
  },
  component: lazyRouteComponent(() => import('./inbox/inbox-screen'), 'InboxScreen'),
});
const catchUp = createRoute({
  getParentRoute: () => frame,
  path: '/catch-up',
  validateSearch: (search): { since?: string } => ({ since: text(search.since) }),
  component: lazyRouteComponent(() => import('./catch-up/catch-up-screen'), 'CatchUpScreen'),
});
const drafts = createRoute({
  getParentRoute: () => frame,
  path: '/drafts',
  component: lazyRouteComponent(() => import('./drafts/drafts-screen'), 'DraftsScreen'),
});
const recordings = createRoute({
  getParentRoute: () => frame,
  path: '/recordings',
  validateSearch: (search): { query?: string; view?: 'grid' | 'list' } => ({
    query: text(search.query),
    view: search.view === 'list' ? 'list' : undefined,
  }),
  component: lazyRouteComponent(() => import('./recordings/recordings-screen'), 'RecordingsScreen'),
});
const channels = createRoute({
  getParentRoute: () => frame,
  path: '/channels',
  component: lazyRouteComponent(() => import('./channels/channels-screen'), 'ChannelsScreen'),
});
const channel = createRoute({
  getParentRoute: () => frame,
  path: '/c/$slug',
  validateSearch: (search): { show?: 'concluded' } => ({ show: search.show === 'concluded' ? 'concluded' : undefined }),
  component: lazyRouteComponent(() => import('./channels/channel-screen'), 'ChannelScreen'),
});
const thread = createRoute({
  getParentRoute: () => frame,
  path: '/t/$threadId',
  validateSearch: (
    search,
  ): {
    at?: number;
    post?: string;
    panel?: 'transcript' | 'comments' | 'details';
    reply?: boolean;
    from?: Exclude<Lane, 'later'>;
  } => ({
    at: number(search.at),
    post: text(search.post),
    panel:
      search.panel === 'transcript' || search.panel === 'comments' || search.panel === 'details'
        ? search.panel
        : undefined,
    reply: search.reply === true || undefined,
    from: search.from === 'you' || search.from === 'others' || search.from === 'fyi' ? search.from : undefined,
  }),
  component: lazyRouteComponent(() => import('./thread/thread-screen'), 'ThreadScreen'),
});
const people = createRoute({
  getParentRoute: () => frame,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/people-screen'), 'PeopleScreen'),
});
const person = createRoute({
  getParentRoute: () => frame,
  path: '/people/$memberId',
  component: lazyRouteComponent(() => import('./people/person-screen'), 'PersonScreen'),
});
const search = createRoute({
  getParentRoute: () => frame,
  path: '/search',
  validateSearch: (given): { q?: string } => ({ q: text(given.q) }),
  component: lazyRouteComponent(() => import('./search/search-screen'), 'SearchScreen'),
});
const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-screen'), 'SettingsScreen'),
});

/** A new thread, or a draft of one that goes on: a screen of its own, without the navigation. */
const composer = createRoute({
  getParentRoute: () => root,
  path: '/new',
  validateSearch: (
    given,
  ): { channel?: string; to?: string; draft?: string; record?: 'screen' | 'camera' | 'both' | 'voice' } => ({
    channel: text(given.channel),
    to: text(given.to),
    draft: text(given.draft),
    record:
      given.record === 'screen' || given.record === 'camera' || given.record === 'both' || given.record === 'voice'
        ? given.record
        : undefined,
  }),
  component: lazyRouteComponent(() => import('./composer/composer-screen'), 'ComposerScreen'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (given): { returnTo?: string } => ({ returnTo: text(given.returnTo) }),
  component: lazyRouteComponent(() => import('./entrance/sign-in-screen'), 'SignInScreen'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/accept-invite',
  validateSearch: (given): { code?: string } => ({ code: text(given.code) }),
  component: lazyRouteComponent(() => import('./entrance/invitation-screen'), 'InvitationScreen'),
});
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./entrance/welcome-screen'), 'WelcomeScreen'),
});

const adminPage = (name: keyof typeof import('./admin')) => lazyRouteComponent(() => import('./admin'), name);
const admin = createRoute({ getParentRoute: () => root, path: '/admin', component: adminPage('AdminFrame') });
const adminRoutes = [
  createRoute({ getParentRoute: () => admin, path: '/', component: adminPage('OverviewScreen') }),
  createRoute({ getParentRoute: () => admin, path: '/members', component: adminPage('MembersScreen') }),
  createRoute({ getParentRoute: () => admin, path: '/invites', component: adminPage('InvitesScreen') }),
  createRoute({ getParentRoute: () => admin, path: '/groups', component: adminPage('GroupsScreen') }),
  createRoute({ getParentRoute: () => admin, path: '/roles', component: adminPage('RolesScreen') }),
  createRoute({ getParentRoute: () => admin, path: '/channels', component: adminPage('ChannelsScreen') }),
  createRoute({ getParentRoute: () => admin, path: '/agreements', component: adminPage('AgreementsScreen') }),
  createRoute({ getParentRoute: () => admin, path: '/storage', component: adminPage('StorageScreen') }),
  createRoute({ getParentRoute: () => admin, path: '/digests', component: adminPage('DigestsScreen') }),
  createRoute({ getParentRoute: () => admin, path: '/insight', component: adminPage('InsightScreen') }),
  createRoute({ getParentRoute: () => admin, path: '/health', component: adminPage('HealthScreen') }),
  createRoute({ getParentRoute: () => admin, path: '/audit', component: adminPage('AuditScreen') }),
  createRoute({
    getParentRoute: () => admin,
    path: '/settings',
    validateSearch: (given): { q?: string } => ({ q: text(given.q) }),
    component: adminPage('AdminSettingsScreen'),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([
    index,
    frame.addChildren([
      inbox,
      catchUp,
      drafts,
      recordings,
      channels,
      channel,
      thread,
      people,
      person,
      search,
      settings,
    ]),
    composer,
    signIn,
    invitation,
    welcome,
    admin.addChildren(adminRoutes),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

onSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (/^\/(sign-in|accept-invite|welcome)/.test(pathname)) return;
  void router.navigate({ to: '/sign-in', search: { returnTo: href } });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
