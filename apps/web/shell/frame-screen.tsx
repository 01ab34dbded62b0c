import { Outlet, useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { type ComponentType, Suspense, useCallback, useState } from 'react';
import { KeyHelp, useShortcuts } from '../keyboard';
import { useLingui } from '../language';
import { undoLast } from '../notice';
import { FrameOutline } from './frame-outline';
import { NavigationBar } from './navigation-bar';
import { TabBar } from './tab-bar';
import { ViewerProvider } from './viewer';

export interface FrameProps {
  /** What jumps anywhere. It knows all features, so it stands above the shell. */
  Palette: ComponentType<{ onClose: () => void }>;
}

/** The frame around every member screen: navigation at the side or the foot, palette, key help. */
export function FrameScreen({ Palette }: FrameProps) {
  const navigate = useNavigate();
  const router = useRouter();
  const signedOut = useCallback(() => {
    const { href, pathname } = router.latestLocation;
    if (pathname !== '/sign-in') void navigate({ to: '/sign-in', search: { returnTo: href }, replace: true });
  }, [navigate, router]);
  return (
    <ViewerProvider waiting={<FrameOutline />} signedOut={signedOut}>
      <Frame Palette={Palette} />
    </ViewerProvider>
  );
}

function Frame({ Palette }: FrameProps) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const [floating, setFloating] = useState<'palette' | 'keys'>();
  const isThread = useRouterState({ select: ({ location }) => location.pathname.startsWith('/t/') });
  const close = () => setFloating(undefined);
  useShortcuts(i18n._('Everywhere'), [
    { id: 'palette', keys: 'Ctrl+K', title: i18n._('Search or jump to'), run: () => setFloating('palette') },
    { id: 'search', keys: '/', title: i18n._('Search'), run: () => void navigate({ to: '/search' }) },
    { id: 'compose', keys: 'C', title: i18n._('Write or record'), run: () => void navigate({ to: '/new' }) },
    { id: 'keys', keys: '?', title: i18n._('All keys'), run: () => setFloating('keys') },
    { id: 'undo', keys: 'Ctrl+Z', title: i18n._('Undo the last act'), whileTyping: false, run: () => void undoLast() },
    { id: 'go.inbox', keys: 'Alt+I', title: i18n._('Inbox'), run: () => void navigate({ to: '/inbox' }) },
    { id: 'go.catch-up', keys: 'Alt+U', title: i18n._('Catch up'), run: () => void navigate({ to: '/catch-up' }) },
  ]);
  return (
    <div className={`app${isThread ? ' flat' : ''}`}>
      <a className="skip" href="#page">
        {i18n._('Skip to the page')}
      </a>
      <NavigationBar onSearch={() => setFloating('palette')} />
      <main className="page" id="page" tabIndex={-1}>
        <Outlet />
      </main>
      <TabBar />
      <Suspense>
        {floating === 'palette' && <Palette onClose={close} />}
        {floating === 'keys' && <KeyHelp onClose={close} />}
      </Suspense>
    </div>
  );
}
