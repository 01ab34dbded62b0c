import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf, refusalOf } from '../api';
import { setKeySettings } from '../keyboard';
import { setZone } from '../language';

const ViewerQuery = graphql(`
  query Viewer {
    organization {
      id
      name
    }
    viewer {
      member {
        id
        name
        handle
        role
        email
        avatarUrl
        isWorkingTime
        nextWorkingTime
        workingHours {
          timeZone
          week {
            day
            start
            end
          }
        }
      }
      preferences {
        locale
        theme
        textScale
        playbackSpeed
        captionsOn
        skipSilence
        sharesSeen
        singleKeyShortcuts
        shortcutsJson
        urgentMayInterrupt
        timeZoneFollowsDevice
      }
      permissions
    }
  }
`);

type Answer = ResultOf<typeof ViewerQuery>;
export type ViewerNow = NonNullable<Answer['viewer']> & { organization: Answer['organization'] };

const Context = createContext<ViewerNow | undefined>(undefined);

/** Who is signed in, how their client behaves, where they are: applied to the page, and there for every screen below. */
export function ViewerProvider({
  children,
  waiting,
  signedOut,
}: {
  children: ReactNode;
  waiting: ReactNode;
  signedOut: () => void;
}) {
  const [{ data, error, stale, fetching }] = useQuery({ query: ViewerQuery });
  const viewer = data?.viewer;
  // What was kept on this device may be older than the sign-in.
  const isNew = refusalOf(error)?.reason === 'setup.not_done';
  const isOut = isNew || (Boolean(data) && !viewer && !stale && !fetching);
  useEffect(() => {
    if (isOut) signedOut();
  }, [isOut, signedOut]);
  useEffect(() => {
    if (!viewer) return;
    setZone(viewer.member.workingHours.timeZone);
    const { theme, textScale, singleKeyShortcuts, shortcutsJson } = viewer.preferences;
    applyLook(theme, textScale);
    setKeySettings({ singleKeys: singleKeyShortcuts, remapped: shortcutsJson ? JSON.parse(shortcutsJson) : {} });
  }, [viewer]);
  if (error && !data && !isNew) throw error;
  if (!viewer || !data) return waiting;
  return <Context.Provider value={{ ...viewer, organization: data.organization }}>{children}</Context.Provider>;
}

export function useViewer(): ViewerNow {
  const viewer = useContext(Context);
  if (!viewer) throw new Error('useViewer outside of ViewerProvider');
  return viewer;
}

/** Theme and size of the text, kept on the device too so that the next start shows them from the first paint. */
export function applyLook(theme: string, textScale: number): void {
  const root = document.documentElement;
  if (theme === 'SYSTEM') delete root.dataset.theme;
  else root.dataset.theme = theme.toLowerCase();
  root.style.setProperty('--text-scale', String(textScale));
}
