import { readFileSync } from 'node:fs';

/** What a first visit loads: the entry with all that it imports at once, from what the build wrote down. */
const chunks = JSON.parse(readFileSync('dist/web/assets.json', 'utf8'));
const first = new Set();
const add = (name) => {
  if (first.has(name)) return;
  first.add(name);
  for (const other of chunks[name].imports ?? []) add(other);
};
add('index.html');

const inFolder = (file) => `dist/web/${file}`;
const named = (pattern) =>
  Object.values(chunks)
    .map(({ file }) => file)
    .filter((file) => pattern.test(file))
    .map(inFolder);

/** Compressed with gzip. */
export default [
  { name: 'first script', path: [...first].map((name) => inFolder(chunks[name].file)), limit: '140 kB', gzip: true },
  {
    name: 'first styles',
    path: [...new Set([...first].flatMap((name) => chunks[name].css ?? []))].map(inFolder),
    limit: '15 kB',
    gzip: true,
  },
  { name: 'recorder', path: named(/\/recorder[^/]*\.js$/), limit: '15 kB', gzip: true },
];
