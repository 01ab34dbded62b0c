import type { ImportRule } from './layers.js';
import { isTest } from './source-files.js';

/** What every screen stands on, from the bottom up. */
const ground = ['zones', 'language', 'design', 'api', 'keyboard', 'notice', 'shell'];

/** What screens share beyond that, each after those that it uses. Every other folder is a screen, and uses no screen. */
const shared = ['uploads', 'recorder', 'composer', 'player', 'posts', 'why', 'agreement', 'thread'];

const folderOf = (path: string | undefined): string | undefined => /^apps\/web\/([^/.]+)(?:\/|$)/.exec(path ?? '')?.[1];

const order = [...ground, ...shared];

/** Screens stand above all of it. */
const heightOf = (folder: string): number => (order.includes(folder) ? order.indexOf(folder) : order.length);

export const webRules: ImportRule[] = [
  {
    name: `folders of the web client import each other downwards only: ${order.join(' <- ')} <- screens`,
    reason: 'a screen can be read, changed and loaded without those above it',
    forbids: ({ from, target }) => {
      const [one, other] = [folderOf(from), folderOf(target)];
      if (!one || !other || one === other || other === 'styles') return false;
      return heightOf(other) >= heightOf(one);
    },
  },
  {
    name: 'a folder of the web client is entered through its index',
    reason: 'only what the index shows is meant for others',
    forbids: ({ from, target }) => {
      const [one, other] = [folderOf(from), folderOf(target)];
      if (!one || !other || one === other || other === 'styles' || other === 'locales' || isTest(from)) return false;
      return !/\/index\.tsx?$/.test(target ?? '');
    },
  },
];
