import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join as joinPath } from 'node:path';
import { testDatabase } from '../support/database.js';
import { Hub, refusedStart } from '../support/hub.js';
import { freePort } from '../support/servers/free-port.js';
import { temporaryDirectory } from '../support/servers/temporary-directory.js';
import { setUp } from '../support/team.js';

const lines = (text: string): string[] => text.trim().split('\n');

describe('a start that cannot be', () => {
  const database = testDatabase({ entities: [] });
  let directory: string;

  beforeAll(async () => {
    directory = await temporaryDirectory('starting');
  });

  it('says in one line that the directory cannot be used', async () => {
    const file = joinPath(directory, 'a-file');
    writeFileSync(file, '');
    const { code, text } = await refusedStart({ MEANTIME_DATA_DIR: joinPath(file, 'data') });
    expect(code).toBe(1);
    expect(lines(text)).toEqual([expect.stringMatching(/^Meantime cannot start: the data directory .+a-file\/data/)]);
    expect(text).toContain('Set MEANTIME_DATA_DIR to another.');
  });

  // Root may do anything; for all others a directory of somebody else is refused.
  const asOthers = process.getuid?.() === 0 ? it.skip : it;
  asOthers('says in one line that it has no rights there', async () => {
    const closed = joinPath(directory, 'closed');
    mkdirSync(closed, { mode: 0o500 });
    const { code, text } = await refusedStart({ MEANTIME_DATA_DIR: joinPath(closed, 'data') });
    expect([code, lines(text).length]).toEqual([1, 1]);
  });

  it.each([
    ['is no address', 'not an address', 'DATABASE_URL'],
    ['is of another kind', 'mysql://127.0.0.1/meantime', 'DATABASE_URL'],
    ['leads nowhere', 'postgres://hub:secret@nowhere.invalid/meantime', 'nowhere.invalid:5432/meantime'],
  ])('says in one line that DATABASE_URL %s, without its password', async (_, url, mentioned) => {
    const { code, text } = await refusedStart({
      MEANTIME_DATA_DIR: joinPath(directory, 'data'),
      DATABASE_URL: url,
    });
    expect(code).toBe(1);
    expect(lines(text)).toEqual([expect.stringMatching(/^Meantime cannot start: /)]);
    expect(text).toContain(mentioned);
    expect(text).not.toContain('secret');
  });

  it('says after a short wait that nobody answers at DATABASE_URL', async () => {
    const port = await freePort();
    const startedAt = performance.now();
    const { code, text } = await refusedStart({
      MEANTIME_DATA_DIR: joinPath(directory, 'data'),
      DATABASE_URL: `postgres://hub:secret@127.0.0.1:${port}/meantime`,
      DATABASE_WAIT_SECONDS: '1',
    });
    expect(code).toBe(1);
    expect(lines(text)).toEqual([
      `Meantime cannot start: the database at 127.0.0.1:${port}/meantime does not let us in ` +
        `(connect ECONNREFUSED 127.0.0.1:${port}). Check DATABASE_URL.`,
    ]);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  }, 60_000);

  it.each([
    ['its password', (url: URL) => Object.assign(url, { password: 'wrong-secret' }), /password|role/],
    ['its role', (url: URL) => Object.assign(url, { username: 'stranger' }), /password|role/],
    ['its database', (url: URL) => Object.assign(url, { pathname: '/nowhere' }), /nowhere/],
  ])(
    'says at once that DATABASE_URL is wrong in %s',
    async (_, change, said) => {
      const url = change(new URL(database.url));
      const startedAt = performance.now();
      const { code, text } = await refusedStart({
        MEANTIME_DATA_DIR: joinPath(directory, 'data'),
        DATABASE_URL: url.href,
        DATABASE_WAIT_SECONDS: '60',
      });
      expect(code).toBe(1);
      expect(lines(text)).toEqual([expect.stringMatching(/^Meantime cannot start: the database at /)]);
      expect(text).toMatch(said);
      expect(text).not.toContain('wrong-secret');
      expect(performance.now() - startedAt).toBeLessThan(10_000);
    },
    60_000,
  );
});

describe('a hub on a fresh machine', () => {
  let hub: Hub;
  let neighbour: Server | undefined;

  beforeAll(async () => {
    hub = await Hub.create();
  });
  afterAll(async () => {
    neighbour?.close();
    await hub.close();
  }, 60_000);

  it('says in one line that its port is taken, and leaves nothing behind', async () => {
    neighbour = createServer();
    await new Promise<void>((resolve) => neighbour!.listen(hub.port, '127.0.0.1', resolve));
    const { code, text } = await refusedStart({ MEANTIME_DATA_DIR: hub.directory, PORT: String(hub.port) });
    expect(code).toBe(1);
    expect(lines(text)).toEqual([
      `Meantime cannot start: 127.0.0.1:${hub.port} is in use already. Set PORT or HOST to another.`,
    ]);
    expect(hub.processes()).toEqual([]);
    await new Promise((resolve) => neighbour!.close(resolve));
    neighbour = undefined;
  }, 60_000);

  it('prints its address and a setup code, which stands in a file of its owner alone', async () => {
    await hub.start();
    expect(hub.output).toContain(`Meantime is ready at http://localhost:${hub.port}`);
    expect(hub.output).toContain(hub.setupCode);
    expect(statSync(joinPath(hub.directory, 'setup-code')).mode & 0o777).toBe(0o600);
  }, 60_000);

  it('keeps the code until it is used: a wrong one is refused, a start later it is the same', async () => {
    const code = hub.setupCode;
    await expect(setUp(hub.client, 'AAAA-BBBB-CCCC')).rejects.toThrow('setup.wrong_code');
    await hub.killAll();
    const readyMs = await hub.start();
    expect(readyMs).toBeLessThan(30_000);
    expect(hub.setupCode).toBe(code);
    await setUp(hub.client, code);
    expect(() => hub.setupCode).toThrow('ENOENT');
    await expect(setUp(hub.client, code)).rejects.toThrow('setup.done');
  }, 90_000);

  it('recovers by itself after kill -9 of everything', async () => {
    await hub.killAll();
    await hub.start();
    expect(hub.output).not.toMatch(/setup code/i);
    expect(await hub.client.ask('{ organization { name } }')).toEqual({ organization: { name: 'Orchard' } });
  }, 90_000);

  it.each(['api', 'worker', 'postgres'] as const)(
    'brings the %s back when it is killed',
    async (name) => {
      const before = hub.processes().filter((one) => one.name === name);
      hub.kill(name);
      const isBack = () =>
        hub.processes().some((one) => one.name === name && !before.some(({ pid }) => pid === one.pid));
      await hub.until(`the ${name} is back`, async () => isBack() && (await hub.isReady()), 30_000);
      expect(await hub.client.ask('{ organization { name } }')).toEqual({ organization: { name: 'Orchard' } });
    },
    60_000,
  );

  it('leaves nothing behind when the hub itself is killed, and adopts the database at the next start', async () => {
    const database = hub.postgresPid;
    hub.kill('hub');
    await hub.until('api and worker are gone', () => hub.processes().every(({ name }) => name === 'postgres'), 30_000);
    await hub.start();
    expect(hub.postgresPid).toBe(database);
    expect(await hub.stop('SIGTERM')).toBe(0);
    expect(hub.processes()).toEqual([]);
  }, 90_000);
});
