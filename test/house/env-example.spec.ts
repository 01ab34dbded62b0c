import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { envExample } from '#config';
import { root } from './source-files.js';

describe('.env.example', () => {
  it('names every setting as the code reads it; npm run env-example writes it anew', () => {
    expect(readFileSync(join(root, '.env.example'), 'utf8')).toBe(envExample());
  });
});
