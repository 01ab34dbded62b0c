import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { Skeleton } from '../design';
import { useLingui } from '../language';
import { useViewer, ViewerProvider } from '../shell';
import './composer.css';
import { Composer } from './composer';
import { DraftKeeper } from './draft-keeper';
import { loadDraft } from './load-draft';

const route = getRouteApi('/new');

/** A new thread, or a draft of one that goes on. */
export function ComposerScreen() {
  const navigate = useNavigate();
  const signedOut = useCallback(
    () => void navigate({ to: '/sign-in', search: { returnTo: location.pathname + location.search } }),
    [navigate],
  );
  return (
    <ViewerProvider waiting={<Outline />} signedOut={signedOut}>
      <OneDraft />
    </ViewerProvider>
  );
}

function OneDraft() {
  const { member } = useViewer();
  const search = route.useSearch();
  const navigate = useNavigate();
  const [keeper, setKeeper] = useState<DraftKeeper>();
  const { draft: wanted, channel, to } = search;
  const memberId = member.id;
  const shown = keeper?.get().draft;
  const isShown = shown !== undefined && (wanted === shown.key || (wanted !== undefined && wanted === shown.serverId));

  useEffect(() => {
    if (isShown) return;
    let isOld = false;
    void loadDraft(memberId, { draft: wanted, channel, to }).then((loaded) => {
      if (isOld) return;
      if ('threadId' in loaded) {
        const { threadId } = loaded;
        return void navigate({ to: '/t/$threadId', params: { threadId }, search: { reply: true }, replace: true });
      }
      const next = new DraftKeeper(memberId, loaded.draft);
      setKeeper(next);
      // A reload, or coming back after a crash, finds the same draft.
      void navigate({ to: '/new', search: (now) => ({ ...now, draft: next.get().draft.key }), replace: true });
    });
    return () => {
      isOld = true;
    };
  }, [isShown, memberId, wanted, channel, to, navigate]);

  useEffect(() => {
    if (!keeper) return;
    const leave = () => document.visibilityState === 'hidden' && void keeper.flush();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      void keeper.flush();
    };
  }, [keeper]);

  return keeper && isShown ? (
    <Composer key={keeper.get().draft.key} keeper={keeper} startWith={search.record} />
  ) : (
    <Outline />
  );
}

/** The same layout before anything is there. */
function Outline() {
  const { i18n } = useLingui();
  return (
    <div className="composer">
      <header>
        <h1>{i18n._('New thread')}</h1>
      </header>
      <main className="desk">
        <div className="make">
          <Skeleton lines={5} />
        </div>
        <div className="ask-side">
          <Skeleton lines={4} />
        </div>
      </main>
    </div>
  );
}
