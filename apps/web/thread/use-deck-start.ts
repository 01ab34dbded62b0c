import { useEffect, useRef } from 'react';
import type { Deck, MediaNow } from '../player';

/** The first recording is the one that keys speak of, at the second that the address names. */
export function useDeckStart(deck: Deck, media: MediaNow | undefined, at: number | undefined): void {
  const sought = useRef<number>(undefined);
  useEffect(() => {
    if (!media) return;
    if (!deck.current) deck.use(deck.of(media.id));
    if (at === undefined || sought.current === at) return;
    sought.current = at;
    const playback = deck.of(media.id);
    playback.setDuration(media.durationSeconds);
    playback.seek(at);
  }, [deck, media, at]);
}
