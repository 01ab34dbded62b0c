import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isObjectType, parse } from 'graphql';
import { asksPersonally, isPersonalField } from './personal-fields.js';

/** What differs between two viewers of one thread: a new such field must be named so that the pattern finds it. */
const known = [
  'viewerUnreadCount',
  'viewerInvolvement',
  'viewerIsMember',
  'viewerHasReacted',
  'email',
  'originalUrl',
  'hlsUrl',
  'mp4Url',
  'audioUrl',
  'posterUrl',
  'previewUrl',
];

describe('fields that are rendered for each viewer', () => {
  it('are found by their names', () => {
    for (const name of known) expect([name, isPersonalField(name)]).toEqual([name, true]);
    for (const name of ['id', 'body', 'title', 'author', 'name', 'postCount', 'expectation']) {
      expect([name, isPersonalField(name)]).toEqual([name, false]);
    }
  });

  it('are in the schema under these names', () => {
    const file = join(import.meta.dirname, '../../docs/api/contract.graphql');
    const fields = new Set<string>();
    for (const type of Object.values(buildSchema(readFileSync(file, 'utf8')).getTypeMap())) {
      if (isObjectType(type)) for (const name of Object.keys(type.getFields())) fields.add(name);
    }
    expect(known.filter((name) => !fields.has(name))).toEqual([]);
    expect(
      [...fields].filter((name) => name.startsWith('viewer') && name !== 'viewer' && !known.includes(name)),
    ).toEqual([]);
  });

  it('make a document personal, also inside fragments and under an alias', () => {
    const asked = (selection: string) =>
      asksPersonally(parse(`subscription { threadActivity(threadId: "x") { ${selection} } }`));
    expect(asked('thread { postCount } post { body author { name } }')).toBe(false);
    expect(asked('thread { unread: viewerUnreadCount }')).toBe(true);
    expect(
      asksPersonally(
        parse(
          'subscription { threadActivity(threadId: "x") { ...A } } fragment A on ThreadActivity { post { media { hlsUrl } } }',
        ),
      ),
    ).toBe(true);
  });
});
