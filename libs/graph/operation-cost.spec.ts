import fc from 'fast-check';
import { parse } from 'graphql';
import { MAX_DEPTH, operationCost, refuseCostly } from './operation-cost.js';

const costOf = (text: string, variables: Record<string, unknown> = {}): number =>
  operationCost(parse(text, { noLocation: true }))(variables);

const refusalOf = (text: string, variables: Record<string, unknown> = {}): string | undefined => {
  try {
    refuseCostly(costOf(text, variables));
    return undefined;
  } catch (error) {
    return (error as { reason: string }).reason;
  }
};

const nested = (depth: number): string => (depth === 0 ? 'id' : `a { ${nested(depth - 1)} }`);

describe('what an operation costs', () => {
  it.each<[string, string, number]>([
    ['plain fields nothing', '{ a b c }', 0],
    ['an object one', '{ a { id } }', 1],
    ['objects in objects one each', '{ a { b { id } } c { id } }', 3],
    ['what is on a page as often as the page is long', '{ a(first: 10) { nodes { b { id } } } }', 1 + 10 * (1 + 1)],
    ['what is on the last page too', '{ a(last: 10) { nodes { id } } }', 11],
    ['the longer one of two sizes', '{ a(first: 1, last: 50) { nodes { id } } }', 51],
    ['a page without a size as 30', '{ a { nodes { id } } }', 31],
    ['a page whose nodes are asked for in a fragment', '{ a { ...F } } fragment F on X { nodes { id } }', 31],
    ['a page whose edges are asked for in place', '{ a { ... { edges { cursor } } } }', 31],
    ['a page of a page', '{ a(first: 10) { nodes { b(first: 10) { nodes { id } } } } }', 1 + 10 * (1 + 1 + 10)],
    ['each alias again', '{ a: x { id } b: x { id } c: x { id } }', 3],
    ['a fragment each time it is used', '{ a { ...F } b { ...F } } fragment F on X { c { id } }', 4],
    ['a size of no number as 30', '{ a(first: null) { nodes { id } } }', 31],
  ])('%s', (_, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  it('takes sizes from variables and from what they are without a value', () => {
    const text = 'query ($n: Int = 100) { a(first: $n) { nodes { id } } }';
    expect(costOf(text, { n: 5 })).toBe(6);
    expect(costOf(text)).toBe(101);
    expect(costOf('query ($n: Int) { a(first: $n) { nodes { id } } }')).toBe(31);
    expect(costOf(text, { n: 'many' })).toBe(31);
  });

  it('leaves sizes out of range to the list, which says so', () => {
    expect(costOf('{ a(first: 1000000000) { nodes { id } } }')).toBe(101);
    expect(costOf('{ a(first: -5) { nodes { id } } }')).toBe(2);
  });

  it('refuses pages of pages of pages', () => {
    const page = (inner: string) => `a(first: 100) { nodes { ${inner} } }`;
    expect(refusalOf(`{ ${page(page('id'))} }`)).toBeUndefined();
    expect(refusalOf(`{ ${page(page(page('id')))} }`)).toBe('query.too_costly');
  });

  it('refuses more aliases than it can answer', () => {
    const aliases = Array.from({ length: 300 }, (_, at) => `a${at}: x(first: 100) { nodes { id } }`);
    expect(refusalOf(`{ ${aliases.join(' ')} }`)).toBe('query.too_costly');
  });

  it(`lets fields stand ${MAX_DEPTH} deep, in fragments too, and no deeper`, () => {
    expect(refusalOf(`{ ${nested(MAX_DEPTH)} }`)).toBeUndefined();
    expect(refusalOf(`{ ${nested(MAX_DEPTH + 1)} }`)).toBe('query.too_deep');
    expect(refusalOf(`{ a { ...F } } fragment F on X { ${nested(MAX_DEPTH - 1)} }`)).toBeUndefined();
    expect(refusalOf(`{ a { ...F } } fragment F on X { ${nested(MAX_DEPTH)} }`)).toBe('query.too_deep');
  });

  it.each([
    ['of one fragment', '{ a { ...F } } fragment F on X { b { ...F } }'],
    ['of one fragment without a field between', '{ ...F } fragment F on X { id ...F }'],
    ['of several', '{ a { ...F } } fragment F on X { b { ...G } } fragment G on X { c { ...F } }'],
  ])('ends with a cycle %s', (_, text) => {
    expect(refusalOf(text)).toBe('query.too_deep');
  });

  it('takes no time for fragments that double each other', () => {
    const doubling = Array.from(
      { length: 19 },
      (_, at) => `fragment F${at} on X { a { ...F${at + 1} } b { ...F${at + 1} } }`,
    );
    const startedAt = performance.now();
    expect(refusalOf(`{ ...F0 } ${doubling.join(' ')} fragment F19 on X { id }`)).toBe('query.too_costly');
    const flat = Array.from({ length: 200 }, (_, at) => `fragment F${at} on X { ...F${at + 1} ...F${at + 1} }`);
    expect(refusalOf(`{ ...F0 } ${flat.join(' ')} fragment F200 on X { a { id } }`)).toBe('query.too_costly');
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it('costs nothing where there is no such operation, or a fragment that is not there', () => {
    expect(operationCost(parse('query A { a { id } }'), 'B')({})).toBe(0);
    expect(costOf('{ ...Nowhere a { id } }')).toBe(1);
  });

  it('is the same whether selections stand in fragments or in place', () => {
    interface Tree {
      size: number | null;
      isFragment: boolean;
      children: Tree[];
    }
    const treeOf = (depth: number): fc.Arbitrary<Tree> =>
      fc.record({
        size: fc.option(fc.integer({ min: 1, max: 100 })),
        isFragment: fc.boolean(),
        children: depth === 0 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 3 }),
      });
    const written = (root: Tree, inPlace: boolean): string => {
      const fragments: string[] = [];
      const field = ({ size, isFragment, children }: Tree, at: string): string => {
        const below = `{ id ${children.map((child, index) => field(child, `${at}_${index}`)).join(' ')} }`;
        const args = size === null ? '' : `(first: ${size})`;
        if (inPlace || !isFragment) return `f${at}${args} ${below}`;
        fragments.push(`fragment F${at} on X ${below}`);
        return `f${at}${args} { ...F${at} }`;
      };
      return `{ ${field(root, '0')} } ${fragments.join(' ')}`;
    };
    fc.assert(
      fc.property(treeOf(4), (root) => {
        expect(costOf(written(root, false))).toBe(costOf(written(root, true)));
      }),
    );
  });
});
