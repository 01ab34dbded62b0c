import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodes } from '#kernel';
import { errorCatalogue } from '../../bin/error-catalogue.js';
import { root } from './source-files.js';

describe('the page of errors', () => {
  const page = errorCatalogue(root);
  const rows = [...page.matchAll(/^\| `([^`]+)` \| (\w+) \| (.+) \|$/gm)].map(([, reason, code, sentence]) => ({
    reason: reason!,
    code: code!,
    sentence: sentence!,
  }));

  it('is what the code says; npm run errors writes it anew', () => {
    expect(readFileSync(join(root, 'docs/api/errors.md'), 'utf8')).toBe(page);
  });

  it('sees what features refuse', () => {
    expect(rows.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        'channel.not_found',
        'expectation.urgent_budget_spent',
        'query.too_deep',
        'storage.missing',
      ]),
    );
  });

  it('has one code for a reason, out of the catalogue, and a reason of the form noun.exact_thing', () => {
    const codeOf = new Map(rows.map(({ reason, code }) => [reason, code]));
    for (const { reason, code } of rows) {
      expect(reason).toMatch(/^[a-z]+\.[a-z_]+$/);
      expect(Object.keys(errorCodes)).toContain(code);
      expect(`${reason} ${code}`).toBe(`${reason} ${codeOf.get(reason)}`);
    }
  });

  it('speaks in whole sentences', () => {
    expect(rows.filter(({ sentence }) => !/^(\p{Lu}|\{).+[.}]$/u.test(sentence))).toEqual([]);
  });
});
