import { isTest, sourceFiles } from './source-files.js';

/** More does not fit into a reader's head at once; a service that grows over it is cut by verb. */
const MAX_LINES = 250;

/** Words that say where something was put, not what it is. */
const EMPTY_WORDS = /(^|[./_-])(utils?|helpers?|common|managers?)([./_-]|$)/i;

const isGenerated = (path: string): boolean =>
  /^libs\/database\/migrations\/\d/.test(path) || /\.(generated|d)\.ts$/.test(path) || path.includes('/generated/');

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

const tooLong = (path: string, text: string): boolean =>
  !isGenerated(path) && !(isTest(path) && !path.startsWith('test/support/')) && linesOf(text) > MAX_LINES;

const files = sourceFiles();

describe('files', () => {
  it(`have at most ${MAX_LINES} lines`, () => {
    const found = files.filter(({ path, text }) => tooLong(path, text));
    expect(found.map(({ path, text }) => `${path} has ${linesOf(text)} lines`)).toEqual([]);
  });

  it('are named for what they are: no utils, helpers, common, manager', () => {
    expect(files.map(({ path }) => path).filter((path) => EMPTY_WORDS.test(path))).toEqual([]);
  });
});

describe('the checker', () => {
  it('sees the repository', () => {
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['apps/entities.ts', 'libs/kernel/index.ts', 'test/house/files.spec.ts', 'bin/build.mjs']),
    );
  });

  it('finds a file that is too long, unless it is a spec or a migration', () => {
    const text = 'x\n'.repeat(MAX_LINES + 1);
    expect(tooLong('libs/media/media.service.ts', text)).toBe(true);
    expect(tooLong('test/support/world.ts', text)).toBe(true);
    expect(tooLong('libs/media/media.int-spec.ts', text)).toBe(false);
    expect(tooLong('libs/database/migrations/1795000000000-initial.ts', text)).toBe(false);
    expect(tooLong('libs/media/media.service.ts', 'x\n'.repeat(MAX_LINES))).toBe(false);
  });

  it.each([
    'libs/media/utils.ts',
    'libs/common/index.ts',
    'libs/media/media-helper.ts',
    'libs/media/upload.manager.ts',
  ])('finds fault with %s', (path) => expect(EMPTY_WORDS.test(path)).toBe(true));

  it('does not mind those words within others', () => {
    expect(EMPTY_WORDS.test('libs/media/commonality.ts')).toBe(false);
  });
});
