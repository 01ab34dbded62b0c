import fc from 'fast-check';
import { globalId, type IdKind, idKinds, isId, localId, newId, parseGlobalId, requireLocalId } from './ids.js';

const kinds = Object.keys(idKinds) as IdKind[];
const kind = fc.constantFrom(...kinds);
const id = fc.uuid();

describe('a stored id', () => {
  it('is a UUID of version 7 that carries its millisecond', () => {
    const made = newId();
    expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const ms = Number.parseInt(made.replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(ms - Date.now())).toBeLessThan(5_000);
  });

  it('sorts in the order of making and is there once, also where a clock stands still or goes back', () => {
    const now = Date.now() + 60_000;
    const made = [
      ...Array.from({ length: 10_000 }, () => newId(now)),
      ...Array.from({ length: 100 }, () => newId(now - 5_000)),
      newId(now + 60_000),
    ];
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
    expect(made.every(isId)).toBe(true);
  });

  it.each([
    '',
    'x',
    '0195A000-0000-7000-8000-000000000000',
    '{0195a000-0000-7000-8000-000000000000}',
    ' ',
    '1'.repeat(36),
  ])('is not %p', (text) => {
    expect(isId(text)).toBe(false);
  });
});

describe('an id of the API', () => {
  it('has a prefix of its own for each kind', () => {
    expect(new Set(Object.values(idKinds)).size).toBe(kinds.length);
    for (const prefix of Object.values(idKinds)) expect(prefix).toMatch(/^[a-z]{3}$/);
  });

  it('is the stored id again for its kind, and nothing for every other', () => {
    fc.assert(
      fc.property(kind, kind, id, (made, asked, stored) => {
        const text = globalId(made, stored);
        expect(parseGlobalId(text)).toEqual({ kind: made, id: stored });
        expect(localId(asked, text)).toBe(made === asked ? stored : undefined);
      }),
    );
  });

  it('is read from nothing else, and nothing else makes it throw', () => {
    fc.assert(
      fc.property(
        kind,
        fc.oneof(
          fc.string(),
          id,
          id.map((stored) => `xyz_${stored}`),
          id.map((stored) => `mem-${stored}`),
        ),
        (asked, text) => {
          expect(localId(asked, text)).toBeUndefined();
          expect(() => requireLocalId(asked, text, 'input.thing')).toThrow(
            expect.objectContaining({ code: 'INVALID_INPUT', reason: 'input.not_an_id', field: 'input.thing' }),
          );
        },
      ),
    );
  });

  it.each([
    'mem_',
    'mem_0195A000-0000-7000-8000-000000000000',
    'MEM_0195a000-0000-7000-8000-000000000000',
    'mem_x\u0000',
  ])('is not %p', (text) => {
    expect(parseGlobalId(text)).toBeUndefined();
  });
});
