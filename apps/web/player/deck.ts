import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import { Playback, type PlaybackNow } from './playback';

/** All recordings of a page. One of them is the one that keys and the side panel speak of; only one plays. */
export class Deck {
  current?: Playback;
  private readonly all = new Map<string, Playback>();
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  of(mediaId: string): Playback {
    let found = this.all.get(mediaId);
    if (!found) {
      found = new Playback(mediaId, (used) => this.use(used));
      this.all.set(mediaId, found);
    }
    return found;
  }

  use(playback: Playback): void {
    if (this.current === playback) return;
    this.current?.pause();
    this.current = playback;
    for (const listener of this.listeners) listener();
  }
}

const Context = createContext<Deck | undefined>(undefined);
export const DeckProvider = Context.Provider;

/** @returns the page's deck; a player that stands alone has one of its own */
export function useDeck(): Deck {
  const shared = useContext(Context);
  const [own] = useState(() => new Deck());
  return shared ?? own;
}

export const useCurrent = (deck: Deck): Playback | undefined =>
  useSyncExternalStore(deck.subscribe, () => deck.current);

/** A part of how a recording stands: rendered again only when that part changes. */
export function usePlayback<Value extends string | number | boolean>(
  playback: Playback,
  pick: (now: PlaybackNow) => Value,
): Value {
  return useSyncExternalStore(playback.subscribe, () => pick(playback.now));
}
