import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './source-files.js';

const run = promisify(execFile);

describe('what is made from other files of the web client', () => {
  it('its types are those of the schema; npm run schema writes them anew', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'meantime-types-'));
    const output = join(folder, 'graphql-env.d.ts');
    try {
      const config = join(root, 'apps/web/tsconfig.json');
      await run(join(root, 'node_modules/.bin/gql.tada'), ['generate-output', '-c', config, '-o', output]);
      expect(readFileSync(output, 'utf8')).toBe(readFileSync(join(root, 'apps/web/api/graphql-env.d.ts'), 'utf8'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it('every text stands in every language, with its values; npm run texts collects them', async () => {
    const checked = await run(process.execPath, [join(root, 'bin/check-texts.mjs')], { cwd: root }).catch(
      (error) => error,
    );
    expect(checked.stderr).toBe('');
    expect(checked.stdout).toMatch(/^\d+ texts in \d+ languages/);
  }, 60_000);
});
