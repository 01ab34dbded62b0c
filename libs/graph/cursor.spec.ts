import fc from 'fast-check';
import { isId, newId } from '#kernel';
import { type CursorKey, cursorOf, readCursor } from './cursor.js';

const id = newId();
const noon = '2026-11-23T12:00:00.000Z';

const refusalOf = (cursor: string, kinds: readonly CursorKey[]): string | undefined => {
  try {
    readCursor(cursor, kinds, 'after');
    return undefined;
  } catch (error) {
    return (error as { reason: string }).reason;
  }
};

describe('a cursor', () => {
  it.each<[CursorKey[], (string | number | null)[]]>([
    [
      ['text', 'id'],
      ['Ada', id],
    ],
    [
      ['text', 'id'],
      ['', id],
    ],
    [
      ['instant', 'id'],
      [noon, id],
    ],
    [
      ['instant', 'id'],
      ['2024-02-29T23:59:59.999999Z', id],
    ],
    [
      ['instant?', 'id'],
      [null, id],
    ],
    [['integer'], [7]],
    [['id'], [id]],
  ])('of %p comes back as %p', (kinds, keys) => {
    expect(readCursor(cursorOf(...keys), kinds, 'after')).toEqual(keys);
  });

  it.each<[CursorKey[], (string | number | null)[]]>([
    [
      ['instant', 'id'],
      ['yesterday', id],
    ],
    [
      ['instant', 'id'],
      ['2026-02-30T12:00:00.000Z', id],
    ],
    [
      ['instant', 'id'],
      ['2026-11-23T24:00:00.000Z', id],
    ],
    [
      ['instant', 'id'],
      ['0000-11-23T12:00:00.000Z', id],
    ],
    [
      ['instant', 'id'],
      ['2026-11-23T12:00:00.000+01:00', id],
    ],
    [
      ['instant', 'id'],
      ['infinity', id],
    ],
    [
      ['instant', 'id'],
      [1_795_000_000, id],
    ],
    [
      ['instant', 'id'],
      [null, id],
    ],
    [
      ['instant', 'id'],
      [noon, 'not-an-id'],
    ],
    [
      ['instant', 'id'],
      [noon, id.toUpperCase()],
    ],
    [['instant', 'id'], [noon]],
    [
      ['instant', 'id'],
      [noon, id, id],
    ],
    [
      ['text', 'id'],
      ['\u0000', id],
    ],
    [
      ['text', 'id'],
      [7, id],
    ],
    [
      ['text', 'id'],
      [null, id],
    ],
    [['integer'], [2 ** 31]],
    [['integer'], [-(2 ** 40)]],
    [['integer'], [1.5]],
    [['integer'], ['7']],
    [['integer'], [null]],
    [['id'], [null]],
    [['id'], [`thr_${id}`]],
  ])('of %p that somebody made up of %p is refused', (kinds, keys) => {
    expect(refusalOf(cursorOf(...keys), kinds)).toBe('input.bad_cursor');
  });

  it.each(['', 'nonsense', '[]', 'bnVsbA', Buffer.from('[{},{}]').toString('base64url'), '💥'])(
    'is not %p',
    (cursor) => {
      expect(refusalOf(cursor, ['instant', 'id'])).toBe('input.bad_cursor');
    },
  );

  it('gives a statement nothing but an instant and an id, whatever JSON is in it', () => {
    const keys = fc.oneof(
      fc.jsonValue(),
      fc.tuple(
        fc.oneof(fc.date({ noInvalidDate: true }).map(String), fc.constant(noon)),
        fc.oneof(fc.uuid(), fc.string()),
      ),
    );
    fc.assert(
      fc.property(keys, (json) => {
        const cursor = Buffer.from(JSON.stringify(json)).toString('base64url');
        if (refusalOf(cursor, ['instant', 'id'])) return;
        const [at, row] = readCursor(cursor, ['instant', 'id'], 'after');
        expect(new Date(at!).toISOString().slice(0, 19)).toBe(at!.slice(0, 19));
        expect(isId(row!)).toBe(true);
      }),
    );
  });
});
