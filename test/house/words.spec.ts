import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindWords, ruleWords } from '#attention';
import { isTest, root, sourceFiles } from './source-files.js';

const catalogue = JSON.parse(readFileSync(join(root, 'libs/words/locales/de.json'), 'utf8')) as Record<string, string>;
const said = sourceFiles()
  .filter(({ path }) => path.startsWith('libs/') && !isTest(path))
  .flatMap(({ text }) => [...text.matchAll(/\bsay\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, words]) => words!));

describe('what the hub says in mails and notifications', () => {
  it('stands in the catalogues of all languages', () => {
    expect(said.length).toBeGreaterThan(20);
    const dynamic = [...Object.values(kindWords), ...Object.values(ruleWords)];
    expect([...said, ...dynamic].filter((text) => !(text in catalogue))).toEqual([]);
  });
});
