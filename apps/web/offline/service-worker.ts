declare const self: ServiceWorkerGlobalScope;

export {};

/**
 * Opens the client without a network. What the pages show then comes from the client's own cache; this keeps the
 * page and its files alone. Nothing of the API and no media pass through here.
 */
const build = new URL(self.location.href).searchParams.get('build') ?? 'unnamed';
const CACHE = `meantime-${build}`;
const PAGE = '/inbox';
const MANIFEST = '/assets.json';
/** The console and the streaming engine are of no use offline. */
const LEFT_OUT = /admin|hls/;

interface ManifestEntry {
  file: string;
  css?: string[];
  assets?: string[];
  src?: string;
}

self.addEventListener('install', (event) => {
  event.waitUntil(keepFiles().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldFiles().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => kept(PAGE)));
  else if (url.pathname.startsWith('/assets/'))
    event.respondWith(caches.match(request).then((found) => found ?? fetch(request)));
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  const manifest = (await (await fetch(MANIFEST)).json()) as Record<string, ManifestEntry>;
  const files = Object.entries(manifest)
    .filter(([name]) => !LEFT_OUT.test(name))
    .flatMap(([, { file, css = [], assets = [] }]) => [file, ...css, ...assets])
    .filter((file) => file.startsWith('assets/'));
  await cache.addAll([PAGE, '/app.webmanifest', '/mark.svg', ...new Set(files.map((file) => `/${file}`))]);
}

/** Files of older builds go, but not before this one is whole. */
async function dropOldFiles(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('meantime-') && name !== CACHE).map((name) => caches.delete(name)),
  );
}

async function kept(address: string): Promise<Response> {
  return (await caches.match(address)) ?? Response.error();
}
