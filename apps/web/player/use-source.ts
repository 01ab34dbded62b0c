import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../api';
import { usePlayback } from './deck';
import { MediaAgain, type MediaNow } from './media';
import type { Playback } from './playback';
import { isSameFile, type Source, sourcesOf } from './sources';

/** Where the browser plays playlists itself, hls.js is never loaded. */
const playsHls = (element: HTMLMediaElement) => element.canPlayType('application/vnd.apple.mpegurl') !== '';

/**
 * Gives the element something to play and keeps it playing: a signed address that has expired is asked for anew, a
 * copy that does not play gives way to the next, and both go on at the same second. A better copy that comes while
 * somebody watches waits until they come back: nothing is interrupted.
 */
export function useSource(playback: Playback, media: MediaNow, element: HTMLMediaElement | null) {
  const hasStarted = usePlayback(playback, (now) => now.hasStarted);
  const [source, setSource] = useState<Source | undefined>(() => sourcesOf(media)[0]);
  const [isBroken, setBroken] = useState(false);
  const state = useRef({ renewed: false, failed: [] as string[] });

  useEffect(() => {
    const best = sourcesOf(media)[0];
    setSource((now) => (now && (hasStarted || isSameFile(now.url, best?.url)) ? now : best));
  }, [media, hasStarted]);

  const goOn = useCallback(
    async (broken: Source) => {
      const known = state.current;
      if (!known.renewed) {
        known.renewed = true;
        const { data } = await client
          .query(MediaAgain, { id: media.id }, { requestPolicy: 'network-only' })
          .toPromise();
        const again = data?.media && sourcesOf(data.media).find(({ url }) => isSameFile(url, broken.url));
        // Signed anew or not, it is tried once more: what failed may have been the network.
        if (again) return setSource({ ...again });
      }
      known.failed.push(broken.url);
      const next = sourcesOf(media).find(({ url }) => !known.failed.some((failed) => isSameFile(failed, url)));
      if (next) setSource(next);
      else setBroken(true);
    },
    [media],
  );
  const latest = useRef(goOn);
  latest.current = goOn;
  const needsHls = Boolean(source?.isHls && element && !playsHls(element));
  const isWanted = hasStarted || !needsHls;

  useEffect(() => {
    if (!element || !source || !isWanted) return;
    const at = playback.now.seconds;
    const wasPlaying = playback.now.isPlaying || (playback.now.hasStarted && at === 0);
    let stop: (() => void) | undefined;
    let isOver = false;
    const broke = () => {
      if (!isOver) void latest.current(source);
    };
    const ready = () => {
      if (at > 0 && Math.abs(element.currentTime - at) > 0.5) element.currentTime = at;
      element.playbackRate = playback.now.rate;
      if (wasPlaying) void playback.play();
    };
    const plays = () => {
      // It plays again: the next time that it stops, the address may have expired again.
      state.current.renewed = false;
    };
    element.addEventListener('loadedmetadata', ready, { once: true });
    element.addEventListener('timeupdate', plays);
    if (needsHls) {
      void import('./hls').then(({ playHls }) => {
        if (!isOver) stop = playHls(element, source.url, broke);
      }, broke);
    } else {
      element.addEventListener('error', broke);
      element.src = source.url;
      // Without a reader waiting nothing is loaded before it is played.
      if (wasPlaying) element.preload = 'auto';
    }
    return () => {
      isOver = true;
      stop?.();
      element.removeEventListener('error', broke);
      element.removeEventListener('loadedmetadata', ready);
      element.removeEventListener('timeupdate', plays);
    };
  }, [element, source, playback, needsHls, isWanted]);

  const retry = () => {
    state.current = { renewed: false, failed: [] };
    setBroken(false);
    const best = sourcesOf(media)[0];
    if (best) void goOn(best);
  };
  return { isBroken, hasSource: source !== undefined, retry };
}
