import { useEffect } from 'react';
import type { Playback } from './playback';

/** Follows the captions track and keeps what is being said: it is drawn by the page, in the reader's size. */
export function useCaptions(
  playback: Playback,
  element: HTMLMediaElement | null,
  url: string | null,
  isOn: boolean,
): void {
  useEffect(() => {
    const track = element?.textTracks[0];
    if (!track || !url || !isOn) {
      if (track) track.mode = 'disabled';
      return playback.setCaption('');
    }
    track.mode = 'hidden';
    const read = () =>
      playback.setCaption(
        [...(track.activeCues ?? [])]
          .map((cue) => ('text' in cue ? String(cue.text) : ''))
          .join('\n')
          .replace(/<[^>]+>/g, ''),
      );
    track.addEventListener('cuechange', read);
    read();
    return () => track.removeEventListener('cuechange', read);
  }, [playback, element, url, isOn]);
}
