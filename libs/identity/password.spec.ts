import { hashPassword, isPassword } from './password.js';

/** Milliseconds of processor time, of all threads: what other programs do meanwhile does not show in it. */
async function workMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('a password', () => {
  let hash: string;
  beforeAll(async () => {
    hash = await hashPassword('cafés at the harbour');
  });

  it('is known by its hash, and nothing else is', async () => {
    expect(await isPassword('cafés at the harbour', hash)).toBe(true);
    expect(await isPassword('Cafés at the harbour', hash)).toBe(false);
    expect(await isPassword('', hash)).toBe(false);
  });

  it('is the same however the keyboard composes its letters', async () => {
    const decomposed = 'cafés at the harbour'.normalize('NFD');
    expect(decomposed).not.toBe('cafés at the harbour');
    expect(await isPassword(decomposed, hash)).toBe(true);
  });

  it('has another hash each time, which carries its own cost', async () => {
    const again = await hashPassword('cafés at the harbour');
    expect(again).not.toBe(hash);
    expect(again).toMatch(/^scrypt\$65536\$8\$1\$[\w+/]{22}==\$[\w+/]{43}=$/);
    const cheaper = 'scrypt$1024$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    expect(await isPassword('anything', cheaper)).toBe(false);
  });

  it('of nobody is never right, and takes the same work to refuse', async () => {
    expect(await isPassword('anything', undefined)).toBe(false);
    expect(await isPassword('anything', null)).toBe(false);
    const somebodysMs = await workMs(() => isPassword('anything', hash));
    expect(await workMs(() => isPassword('anything', undefined))).toBeGreaterThan(somebodysMs / 3);
  });
});
