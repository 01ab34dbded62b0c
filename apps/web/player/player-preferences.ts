import { useSyncExternalStore } from 'react';
import { client, graphql } from '../api';
import { useViewer } from '../shell';

const Remember = graphql(`
  mutation RememberPlayer($input: PreferencesInput!) {
    updatePreferences(input: $input) {
      preferences {
        playbackSpeed
        captionsOn
        skipSilence
      }
    }
  }
`);

interface Chosen {
  playbackSpeed?: number;
  captionsOn?: boolean;
  skipSilence?: boolean;
}

/** Chosen in this tab: stands above what the server said when the page was loaded. */
let chosen: Chosen = {};
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
let sending: ReturnType<typeof setTimeout> | undefined;

/** Speed, captions and pauses, remembered for all recordings and devices. */
export function usePlayerPreferences() {
  const { preferences } = useViewer();
  const here = useSyncExternalStore(subscribe, () => chosen);
  return {
    speed: here.playbackSpeed ?? preferences.playbackSpeed,
    captionsOn: here.captionsOn ?? preferences.captionsOn,
    skipSilence: here.skipSilence ?? preferences.skipSilence,
    choose(next: Chosen): void {
      chosen = { ...chosen, ...next };
      for (const listener of listeners) listener();
      clearTimeout(sending);
      // Stepping through speeds is one choice. A failure costs nothing but the memory of it.
      sending = setTimeout(() => void client.mutation(Remember, { input: chosen }).toPromise(), 1_000);
    },
  };
}
