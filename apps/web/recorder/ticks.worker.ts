/** Ticks for a page that may be hidden behind what it records: timers of hidden pages are slowed down, this one is not. */
let timer: ReturnType<typeof setInterval> | undefined;
addEventListener('message', ({ data }: MessageEvent<number>) => {
  clearInterval(timer);
  if (data > 0) timer = setInterval(() => postMessage(0), 1000 / data);
});
