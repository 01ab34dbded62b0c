import { readZip } from '../../test/support/read-zip.js';
import { type ZipEntry, zip } from './zip.js';

async function archiveOf(...entries: ZipEntry[]): Promise<Buffer> {
  async function* all(): AsyncGenerator<ZipEntry> {
    yield* entries;
  }
  const parts: Buffer[] = [];
  for await (const part of zip(all())) parts.push(part);
  return Buffer.concat(parts);
}

describe('a zip archive', () => {
  it('holds files in folders, empty ones and names of any language', async () => {
    const archive = await archiveOf(
      { name: 'me.json', content: [Buffer.from('{'), Buffer.from('}')] },
      { name: 'originals/Äpfel 林檎.txt', content: [Buffer.from('red')] },
      { name: 'empty', content: [] },
    );
    const files = readZip(archive);
    expect([...files.keys()]).toEqual(['me.json', 'originals/Äpfel 林檎.txt', 'empty']);
    expect(String(files.get('me.json'))).toBe('{}');
    expect(String(files.get('originals/Äpfel 林檎.txt'))).toBe('red');
  });

  it('reads what announces itself as large', async () => {
    const files = readZip(
      await archiveOf(
        { name: 'a', content: [Buffer.from('a')], isLarge: true },
        { name: 'b', content: [Buffer.from('b')] },
      ),
    );
    expect([...files.values()].map(String)).toEqual(['a', 'b']);
  });

  it('is a valid archive without files', async () => {
    expect(readZip(await archiveOf()).size).toBe(0);
  });
});
