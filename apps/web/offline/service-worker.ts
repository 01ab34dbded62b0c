declare const self: ServiceWorkerGlobalScope;

export {};

/**
 * Opens the client without a network. What the pages show then comes from the client's own cache; this keeps the
 * page and its files alone. Nothing of the API and no media pass through here. And shows what the hub pushes.
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

interface PushedNote {
  title: string;
  body: string;
  url: string;
  tag: string;
  isUrgent: boolean;
}

self.addEventListener('push', (event) => {
  const { title, body, url, tag, isUrgent } = event.data!.json() as PushedNote;
  const note = { body, tag, data: url, icon: '/mark-192.png', badge: '/mark-192.png', requireInteraction: isUrgent };
  event.waitUntil(self.registration.showNotification(title, note));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show(new URL(event.notification.data as string, self.location.origin)));
});

/** In a window that is open already, where there is one. Only pages of this hub. */
async function show({ pathname, search }: URL): Promise<void> {
  const address = new URL(`${pathname}${search}`, self.location.origin).href;
  const windows = await self.clients.matchAll({ type: 'window' });
  const open = windows.find(({ visibilityState }) => visibilityState === 'visible') ?? windows[0];
  if (!open) await self.clients.openWindow(address);
  else await (await open.focus()).navigate(address);
}

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
