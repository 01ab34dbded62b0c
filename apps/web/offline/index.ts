/** Lets the client open without a network from its second visit on. A new build brings its own worker. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const build = import.meta.url.match(/-([\w-]+)\.js/)?.[1] ?? 'unnamed';
  addEventListener('load', () => {
    // Without it everything works but opening offline; private windows refuse it.
    navigator.serviceWorker
      .register(`/service-worker.js?build=${build}`)
      .catch((error) => console.info('Not kept for offline use:', error));
  });
}
