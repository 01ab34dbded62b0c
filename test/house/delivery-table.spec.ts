import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deliveryTable } from '../../bin/delivery-table.js';
import { root } from './source-files.js';

describe('the page of delivery decisions', () => {
  const page = deliveryTable();

  it('is what the function says; npm run delivery-table writes it anew', () => {
    expect(readFileSync(join(root, 'docs/delivery-decision.md'), 'utf8')).toBe(page);
  });

  it('has a line for each example and keeps to its columns', () => {
    const lines = page
      .slice(page.indexOf('## Examples'))
      .split('\n')
      .filter((line) => line.startsWith('| '));
    expect(lines.length).toBeGreaterThan(30);
    expect(lines.filter((line) => line.split('|').length !== 9)).toEqual([]);
  });
});
