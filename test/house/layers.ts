import { type Import, isTest, libOf } from './source-files.js';

/** One sentence about imports. `forbids` answers for a single import; the reason is shown with every finding. */
export interface ImportRule {
  name: string;
  reason: string;
  forbids(one: Import): boolean;
}

export const ports = [
  'config',
  'embedded-postgres',
  'database',
  'storage',
  'queue',
  'pubsub',
  'transcoding',
  'speech',
  'mail',
  'outward',
  'words',
  'push',
  'jobs',
];

/** From the bottom up: each may know those before it. */
export const features = [
  'identity',
  'channels',
  'media',
  'threads',
  'expectations',
  'posting',
  'attention',
  'replies',
  'feeds',
  'calls',
  'search',
  'export',
  'administration',
  'insight',
  'live',
];

/** Every lib has its place; what is not here has not been thought about yet. */
export const places = new Set(['kernel', 'working-time', 'graph', 'plans', ...ports, ...features]);

const BENEATH_PORTS = new Set(['kernel', 'config', 'embedded-postgres', 'database', 'queue', 'outward']);
const BENEATH_PLANS = new Set(['kernel', 'database', 'graph']);
const BENEATH_GRAPH = new Set(['kernel', 'working-time', 'config']);

const isPackage = ({ specifier, target }: Import): boolean => target === undefined && !specifier.startsWith('node:');

/** The other lib that an import leads to. */
const otherLib = ({ from, target }: Import): string | undefined => {
  const lib = libOf(target);
  return lib === libOf(from) ? undefined : lib;
};

export const layerRules: ImportRule[] = [
  {
    name: 'the kernel imports nothing of ours and no package',
    reason: 'everything stands on it, so whatever it needs, all need',
    forbids: (one) =>
      libOf(one.from) === 'kernel' && !isTest(one.from) && (isPackage(one) || otherLib(one) !== undefined),
  },
  {
    name: 'working time imports the kernel and Temporal only',
    reason: 'it is arithmetic: pure, without framework, and tested without one',
    forbids: (one) => {
      if (libOf(one.from) !== 'working-time' || isTest(one.from)) return false;
      const lib = otherLib(one);
      return (lib !== undefined && lib !== 'kernel') || (isPackage(one) && one.specifier !== 'temporal-polyfill');
    },
  },
  {
    name: 'ports import kernel, config, database, queue and outward only',
    reason: 'a port that knows a feature can be used by that feature alone',
    forbids: (one) => {
      const lib = otherLib(one);
      return ports.includes(libOf(one.from) ?? '') && lib !== undefined && !BENEATH_PORTS.has(lib);
    },
  },
  {
    name: 'graph imports kernel, working time and config only',
    reason: 'every feature puts its types on it; it cannot know any of them',
    forbids: (one) => {
      const lib = otherLib(one);
      return libOf(one.from) === 'graph' && lib !== undefined && !BENEATH_GRAPH.has(lib);
    },
  },
  {
    name: 'plans import kernel, database and graph only',
    reason: 'features declare their fields to them; they cannot know any of them',
    forbids: (one) => {
      const lib = otherLib(one);
      return libOf(one.from) === 'plans' && lib !== undefined && !BENEATH_PLANS.has(lib);
    },
  },
  {
    name: `features import each other downwards only: ${features.join(' <- ')}`,
    reason: 'what stands above learns of what happens below by events, or adds fields by a resolver of its own',
    forbids: (one) => {
      const from = features.indexOf(libOf(one.from) ?? '');
      return from >= 0 && features.indexOf(libOf(one.target) ?? '') > from;
    },
  },
  {
    name: 'libs do not import apps or bench, and test/ only from their specs',
    reason: 'apps are lists that choose adapters; what they list cannot depend on the choice',
    forbids: ({ from, target }) =>
      libOf(from) !== undefined &&
      target !== undefined &&
      (/^(apps|bench|bin)\//.test(target) || (target.startsWith('test/') && !isTest(from))),
  },
  {
    name: 'a lib is entered through its index.ts, as #lib',
    reason: 'only what index.ts shows is meant for others; all else can change freely',
    forbids: ({ from, specifier, target }) => {
      if (specifier.startsWith('#')) return !/^#[a-z-]+$/.test(specifier);
      const lib = libOf(target);
      // What supports the specs of a lib may put its parts together by hand.
      return lib !== undefined && lib !== libOf(from) && !from.startsWith('test/support/');
    },
  },
  {
    name: 'a lib does not enter itself through its own #lib',
    reason: 'the way around through index.ts is a cycle; files beside each other import each other',
    forbids: ({ from, specifier, target }) => specifier.startsWith('#') && libOf(target) === libOf(from),
  },
  {
    name: 'api and worker do not import each other',
    reason: 'each runs without the other; what both need lies in a lib or directly in apps',
    forbids: ({ from, target }) => {
      const apps = [from, target ?? ''].map((path) => /^apps\/(api|worker)\//.exec(path)?.[1]);
      return apps.every(Boolean) && apps[0] !== apps[1];
    },
  },
  {
    name: 'the web client knows nothing of the server but its schema, and nobody imports the web client',
    reason: 'whatever the browser may know of is in schema.graphql',
    forbids: ({ from, target }) =>
      target !== undefined && from.startsWith('apps/web/') !== target.startsWith('apps/web/'),
  },
];
