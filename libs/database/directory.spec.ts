import { Directory } from './directory.js';

interface Entry {
  id: string;
  name: string;
}

/** Readings end when the spec says so, with the name that stands at their beginning. */
function directoryOf(names: Map<string, string>) {
  const waiting: (() => void)[] = [];
  const directory = new Directory<Entry>(
    ({ id }) => id,
    async (ids) => {
      const entries = ids.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id)! }] : []));
      await new Promise<void>((resolve) => waiting.push(resolve));
      return entries;
    },
  );
  return { directory, endReading: () => waiting.shift()?.() };
}

describe('a directory', () => {
  it('reads an entry once', async () => {
    const { directory, endReading } = directoryOf(new Map([['a', 'Ada']]));
    const found = directory.find('a');
    endReading();
    expect(await found).toEqual({ id: 'a', name: 'Ada' });
    expect(await directory.find('a')).toEqual({ id: 'a', name: 'Ada' });
    expect(directory.ensure(['a'])).toBeUndefined();
  });

  it('does not keep what was read before a change', async () => {
    const names = new Map([['a', 'Ada']]);
    const { directory, endReading } = directoryOf(names);
    const early = directory.find('a');
    names.set('a', 'Ada Berg');
    directory.forget('a');
    endReading();
    expect((await early)?.name).toBe('Ada');
    expect(directory.get('a')).toBeUndefined();
    const late = directory.find('a');
    endReading();
    expect((await late)?.name).toBe('Ada Berg');
  });

  it('reads anew for a page what has changed while it was read', async () => {
    const names = new Map([['a', 'Ada']]);
    const { directory, endReading } = directoryOf(names);
    const ensured = directory.ensure(['a']);
    names.set('a', 'Ada Berg');
    directory.forget('a');
    endReading();
    await new Promise(setImmediate);
    endReading();
    await ensured;
    expect(directory.get('a')?.name).toBe('Ada Berg');
  });
});
