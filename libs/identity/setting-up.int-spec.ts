import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalOf } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { type IdentityHub, identityHub, setUpInput } from '../../test/support/identity-hub.js';
import { CalendarService } from './calendar.service.js';
import { MemberDirectory } from './member-directory.js';
import { OrganizationService } from './organization.service.js';
import { SetupCodeService } from './setup-code.service.js';

describe('setting up a hub', () => {
  const database = testDatabase({ entities: [] });
  let hub: IdentityHub;
  let other: IdentityHub;

  beforeEach(async () => {
    await database.clear();
    hub = await identityHub(database);
    other = await identityHub(database, { beside: hub });
  });
  afterEach(async () => {
    await other.close();
    await hub.close();
  });

  const ensure = (one: IdentityHub = hub): Promise<string | undefined> => one.get(SetupCodeService).ensure();
  const setUp = (setupCode: string, { from = '192.0.2.9', at = hub, handle = 'ada' } = {}) =>
    at.get(OrganizationService).setUp(setUpInput({ setupCode, handle }), from);

  describe('the code', () => {
    it('lies in a file that only its owner reads, and only as a hash in the database', async () => {
      const code = await ensure();
      expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      expect(hub.setupCode).toBe(code);
      expect(statSync(join(hub.directory, 'setup-code')).mode & 0o777).toBe(0o600);
      const [row] = await database.dataSource.query('select setup_codes::text as kept from setup_codes');
      expect(row.kept).not.toContain(code);
    });

    it('stays the same over a new start', async () => {
      expect(await ensure()).toBe(await ensure(other));
    });

    it('is agreed on by processes that start at once', async () => {
      const codes = await Promise.all([hub, other, hub, other].map((one) => ensure(one)));
      expect(new Set(codes)).toEqual(new Set([hub.setupCode]));
      await setUp(codes[3]!);
    });

    it('is made anew where the file is another one, for its owner alone', async () => {
      const former = (await ensure())!;
      writeFileSync(join(hub.directory, 'setup-code'), 'AAAA-AAAA-AAAA\n', { mode: 0o644 });
      const code = (await ensure())!;
      expect(code).not.toBe('AAAA-AAAA-AAAA');
      expect(hub.setupCode).toBe(code);
      expect(await refusalOf(setUp(former))).toBe('setup.wrong_code');
      expect(await refusalOf(setUp('AAAA-AAAA-AAAA'))).toBe('setup.wrong_code');
      await setUp(code);
    });

    it('may be typed without care', async () => {
      const code = (await ensure())!;
      await setUp(` ${code.toLowerCase().replaceAll('-', ' ')} `);
    });

    it('is gone with its use', async () => {
      await setUp((await ensure())!);
      expect(hub.setupCode).toBeUndefined();
      expect(await database.dataSource.query('select 1 from setup_codes')).toEqual([]);
      expect(await ensure()).toBeUndefined();
    });

    it('is not guessed: ten tries from one place, and another place is not held up', async () => {
      const code = (await ensure())!;
      for (let tries = 0; tries < 10; tries++) expect(await refusalOf(setUp('WRONG'))).toBe('setup.wrong_code');
      expect(await refusalOf(setUp(code))).toBe('session.too_many_attempts');
      await setUp(code, { from: '198.51.100.7' });
    });
  });

  it('makes the organisation and its owner, who is signed in and works from nine to five', async () => {
    expect(await refusalOf(hub.get(OrganizationService).require())).toBe('setup.not_done');
    const { memberId, token } = await setUp((await ensure())!);
    expect(await other.get(OrganizationService).require()).toMatchObject({ name: 'Orchard', logoUrl: null });
    expect(await other.authenticate(token)).toMatchObject({ memberId, role: 'OWNER', isBot: false, isToken: false });
    expect(await hub.get(MemberDirectory).find(memberId)).toMatchObject({ handle: 'ada', name: 'Ada Berg' });
    const calendar = (await hub.get(CalendarService).of([memberId])).get(memberId)!;
    expect(calendar.timeZone).toBe('Europe/Berlin');
    expect(calendar.week.map(({ day, startMinute, endMinute }) => [day, startMinute, endMinute])).toEqual(
      ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((day) => [day, 540, 1020]),
    );
    expect(await hub.audited('organization.set_up')).toEqual(['Orchard']);
  });

  it('happens once, however many try at once and in whichever process', async () => {
    const code = (await ensure())!;
    const tries = [hub, other, hub, other].map((at, index) => refusalOf(setUp(code, { at, handle: `ada-${index}` })));
    expect((await Promise.all(tries)).sort()).toEqual(['not refused', 'setup.done', 'setup.done', 'setup.done']);
    expect(await database.dataSource.query('select role from members')).toEqual([{ role: 'OWNER' }]);
    expect(await refusalOf(setUp(code))).toBe('setup.done');
  });

  it('keeps the code where what was given is refused', async () => {
    const code = (await ensure())!;
    const service = hub.get(OrganizationService);
    const input = setUpInput({ setupCode: code });
    for (const [wrong, reason, field] of [
      [{ organizationName: ' ' }, 'member.bad_name', 'organizationName'],
      [{ ownerName: '' }, 'member.bad_name', 'ownerName'],
      [{ handle: 'a' }, 'member.bad_handle', 'handle'],
      [{ password: 'short' }, 'member.bad_password', 'password'],
    ] as const) {
      await expect(service.setUp({ ...input, ...wrong }, '192.0.2.9')).rejects.toMatchObject({ reason, field });
    }
    expect(hub.setupCode).toBe(code);
    await setUp(code);
  });
});
