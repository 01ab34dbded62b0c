import Hls from 'hls.js/light';

/** Streaming copies where the browser cannot play them by itself: a chunk of its own, loaded only then. */
export function playHls(element: HTMLMediaElement, url: string, onBroken: () => void): () => void {
  const hls = new Hls({ maxBufferLength: 30, startPosition: element.currentTime || -1 });
  hls.on(Hls.Events.ERROR, (_event, { fatal }) => {
    if (fatal) onBroken();
  });
  hls.loadSource(url);
  hls.attachMedia(element);
  return () => hls.destroy();
}
