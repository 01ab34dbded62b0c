import { newId } from '#kernel';
import { cursorOf } from './cursor.js';
import { Page, pageRequest } from './page.js';

const refusalOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { reason: string }).reason;
  }
};

describe('what a list is asked for', () => {
  it('is 30 from the start where nothing is given', () => {
    expect(pageRequest({}, ['text', 'id'])).toEqual({ size: 30, fromEnd: false, beyond: undefined });
  });

  it.each([0, -1, 101])('is not %d at a time', (size) => {
    expect(refusalOf(() => pageRequest({ first: size }, ['text', 'id']))).toBe('input.page_too_long');
    expect(refusalOf(() => pageRequest({ last: size }, ['text', 'id']))).toBe('input.page_too_long');
  });

  it('goes on from a cursor', () => {
    const after = cursorOf('Ada', newId());
    expect(pageRequest({ after }, ['text', 'id']).beyond).toEqual(['Ada', expect.any(String)]);
    expect(refusalOf(() => pageRequest({ after }, ['instant', 'id']))).toBe('input.bad_cursor');
  });

  it('names the argument whose cursor is refused', () => {
    for (const [args, field] of [
      [{ after: 'nonsense' }, 'after'],
      [{ last: 1, before: 'nonsense' }, 'before'],
    ] as const) {
      expect(() => pageRequest(args, ['id'])).toThrow(expect.objectContaining({ field }));
    }
  });
});

describe('a page', () => {
  const cursor = (node: number): string => `c${node}`;

  it('drops the row too many, which says that there are more', () => {
    const page = Page.of([1, 2, 3], { size: 2, fromEnd: false, beyond: undefined }, cursor);
    expect(page.nodes).toEqual([1, 2]);
    expect(page.edges).toEqual([
      { cursor: 'c1', node: 1 },
      { cursor: 'c2', node: 2 },
    ]);
    expect(page.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: 'c1', endCursor: 'c2' });
  });

  it('turns rows from the end into the order of the list', () => {
    const page = Page.of([9, 8, 7], { size: 2, fromEnd: true, beyond: ['x'] }, cursor);
    expect(page.nodes).toEqual([8, 9]);
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  it('can be empty', () => {
    const page = Page.of([], { size: 2, fromEnd: false, beyond: undefined }, cursor);
    expect(page.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
  });
});
