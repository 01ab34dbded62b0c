import type { ImportRule } from './layers.js';
import { isTest } from './source-files.js';

/** What every screen stands on, from the bottom up. */
const ground = ['language', 'design', 'api', 'keyboard', 'notice', 'shell'];

/** Screens that use others, each after those that it uses; the rest use none. */
const stacked = ['uploads', 'recorder', 'composer', 'player', 'posts', 'thread'];

const folderOf = (path: string | undefined): string | undefined => /^apps\/web\/([^/]+)\//.exec(path ?? '')?.[1];

const heightOf = (folder: string): number => {
  const onGround = ground.indexOf(folder);
  if (onGround >= 0) return onGround;
  return ground.length + Math.max(0, stacked.indexOf(folder));
};

export const webRules: ImportRule[] = [
  {
    name: `folders of the web client import each other downwards only: ${[...ground, ...stacked].join(' <- ')}`,
    reason: 'a screen can be read, changed and loaded without those above it',
    forbids: ({ from, target }) => {
      const [one, other] = [folderOf(from), folderOf(target)];
      if (!one || !other || one === other || other === 'styles') return false;
      if (ground.includes(other)) return heightOf(other) > heightOf(one);
      return !stacked.includes(other) || !stacked.includes(one) || heightOf(other) > heightOf(one);
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
