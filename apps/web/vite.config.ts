import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const api = process.env.MEANTIME_URL ?? 'http://localhost:3000';

/** What nearly every visit needs next: asked for with the first script, not after it has run. */
const NEXT = ['frame.tsx', 'inbox/inbox-screen.tsx'];

const loadsEarly: Plugin = {
  name: 'loads-early',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const found = chunks.filter(({ facadeModuleId }) =>
        NEXT.some((name) => facadeModuleId === join(import.meta.dirname, name)),
      );
      const files = new Set(found.flatMap(({ fileName, imports }) => [fileName, ...imports]));
      const known = (file: string) => html.includes(`href="/${file}"`);
      return [...files]
        .filter((file) => !known(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head',
        }));
    },
  },
};

/**
 * The web client as files that the api serves (dist/web). With `npx vite apps/web` it is served for work on it, beside
 * a hub at MEANTIME_URL.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [loadsEarly],
  publicDir: 'public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    outDir: join(import.meta.dirname, '../../dist/web'),
    emptyOutDir: true,
    target: ['chrome123', 'firefox128', 'safari18'],
    sourcemap: 'hidden',
    // All browsers that the client is built for know modulepreload.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    manifest: 'assets.json',
    rollupOptions: {
      input: {
        hub: join(import.meta.dirname, 'index.html'),
        offline: join(import.meta.dirname, 'offline/service-worker.ts'),
      },
      // A service worker's address may not change from release to release.
      output: { entryFileNames: ({ name }) => (name === 'offline' ? 'service-worker.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { target: api, ws: true },
      '/uploads': api,
      '/media': api,
      '/export': api,
      '/calls': api,
      '/health': api,
      '/admin/audit.csv': api,
    },
  },
});
