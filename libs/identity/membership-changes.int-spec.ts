import type { Actor, Role } from '#kernel';
import { newId } from '#kernel';
import { refusalOf } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { type IdentityHub, identityHub } from '../../test/support/identity-hub.js';
import { AccessTokenService } from './access-token.service.js';
import { MemberDirectory } from './member-directory.js';
import { MembershipChanges } from './membership-changes.service.js';
import { SessionService } from './session.service.js';

describe('changes of who people are in the organisation', () => {
  const database = testDatabase({ entities: [] });
  let hub: IdentityHub;
  let other: IdentityHub;
  let owner: Actor;

  beforeEach(async () => {
    await database.clear();
    hub = await identityHub(database);
    other = await identityHub(database, { beside: hub });
    owner = await hub.setUp();
  });
  afterEach(async () => {
    await other.close();
    await hub.close();
  });

  const changeRole = (by: Actor, { memberId }: { memberId: string }, role: Role, at = hub) =>
    at.get(MembershipChanges).changeRole(by, memberId, role);
  const deactivate = (by: Actor, { memberId }: { memberId: string }, at = hub) =>
    at.get(MembershipChanges).deactivate(by, memberId);
  const activeOwners = async (): Promise<number> => {
    const [row] = await database.dataSource.query(
      `select count(*)::int as count from members where role = 'OWNER' and deactivated_at is null`,
    );
    return row.count;
  };

  /** Lets nobody change a member, so that what is tried meanwhile has all begun before any of it ends. */
  async function holdMembers(): Promise<() => Promise<void>> {
    const holder = database.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select 1 from members for update');
    return async () => {
      await holder.commitTransaction();
      await holder.release();
    };
  }

  async function untilWaiting(count: number): Promise<void> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const [row] = await database.dataSource.query(
        `select count(*)::int as waiting from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (row.waiting === count) return;
      if (Date.now() > deadline) throw new Error(`${row.waiting} wait, not ${count}.`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  it('are for administrators; owners are made and unmade by owners', async () => {
    const [admin, member] = [await hub.join(owner, 'ADMIN'), await hub.join(owner)];
    expect(await refusalOf(changeRole(member, member, 'ADMIN'))).toBe('member.administrators_only');
    expect(await refusalOf(deactivate(member, admin))).toBe('member.administrators_only');
    expect(await refusalOf(changeRole(admin, member, 'OWNER'))).toBe('member.role_out_of_reach');
    expect(await refusalOf(changeRole(admin, owner, 'MEMBER'))).toBe('member.role_out_of_reach');
    expect(await refusalOf(deactivate(admin, owner))).toBe('member.role_out_of_reach');
    expect(await refusalOf(changeRole(admin, { memberId: newId() }, 'MEMBER'))).toBe('member.not_found');
    expect(await refusalOf(hub.get(MembershipChanges).deactivate(admin, undefined))).toBe('member.not_found');
    expect(await changeRole(admin, member, 'ADMIN')).toMatchObject({ key: member.memberId, role: 'ADMIN' });
    expect(await changeRole(owner, member, 'OWNER')).toMatchObject({ role: 'OWNER' });
  });

  it('need ADMIN of an access token', async () => {
    const member = await hub.join(owner);
    const token: Actor = { ...owner, isToken: true, scopes: new Set(['READ', 'WRITE']) };
    expect(await refusalOf(changeRole(token, member, 'GUEST'))).toBe('token.scope_missing');
    expect(await refusalOf(changeRole({ ...token, scopes: new Set(['ADMIN']) }, member, 'GUEST'))).toBe('not refused');
  });

  it('are in the audit log, once each', async () => {
    const member = await hub.join(owner, 'MEMBER', 'ben');
    await changeRole(owner, member, 'ADMIN');
    await changeRole(owner, member, 'ADMIN');
    await deactivate(owner, member);
    await deactivate(owner, member);
    expect(await hub.audited('member.role_changed')).toEqual(['ben: MEMBER to ADMIN']);
    expect(await hub.audited('member.deactivated')).toEqual(['ben']);
  });

  it('hold at once for who is signed in, in every process', async () => {
    const { memberId, token } = await hub.join(owner);
    expect(await other.authenticate(token)).toMatchObject({ role: 'MEMBER' });
    const told = new Promise((resolve) => other.get(SessionService).onAccessChanged(resolve));
    await changeRole(owner, { memberId }, 'ADMIN');
    expect(await hub.authenticate(token)).toMatchObject({ role: 'ADMIN' });
    expect(await told).toBe(memberId);
    expect(await other.authenticate(token)).toMatchObject({ role: 'ADMIN' });
    expect(await hub.get(MemberDirectory).find(memberId)).toMatchObject({ role: 'ADMIN' });
  });

  describe('deactivation', () => {
    it('ends sessions and tokens at once, in every process, and keeps the person', async () => {
      const { token, ...member } = await hub.join(owner);
      const { secret } = await hub.get(AccessTokenService).create(member, 'script', ['READ'], null);
      for (const at of [hub, other])
        for (const one of [token, secret]) expect(await at.authenticate(one)).toBeDefined();
      const told = new Promise((resolve) => other.get(SessionService).onAccessChanged(resolve));
      const { deactivatedAt } = await deactivate(owner, member);
      expect(deactivatedAt).toBe(hub.clock.now().toISOString());
      for (const one of [token, secret]) expect(await hub.authenticate(one)).toBeUndefined();
      await told;
      for (const one of [token, secret]) expect(await other.authenticate(one)).toBeUndefined();
      expect(await database.dataSource.query('select 1 from sessions where member_id = $1', [member.memberId])).toEqual(
        [],
      );
      const [row] = await database.dataSource.query('select revoked_at from access_tokens');
      expect(row.revoked_at).toEqual(hub.clock.now());
      expect(await hub.get(MemberDirectory).find(member.memberId)).toMatchObject({ key: member.memberId });
    });

    it('keeps its first time', async () => {
      const member = await hub.join(owner);
      const { deactivatedAt } = await deactivate(owner, member);
      hub.clock.advanceMs(60_000);
      expect(await deactivate(owner, member)).toMatchObject({ deactivatedAt });
    });
  });

  describe('the last owner', () => {
    it('stays', async () => {
      expect(await refusalOf(changeRole(owner, owner, 'ADMIN'))).toBe('member.last_owner');
      expect(await refusalOf(deactivate(owner, owner))).toBe('member.last_owner');
      expect(await refusalOf(changeRole(owner, owner, 'OWNER'))).toBe('not refused');
    });

    it('stays though somebody was one who has left', async () => {
      const second = await hub.join(owner, 'OWNER');
      await deactivate(owner, second);
      expect(await refusalOf(changeRole(owner, owner, 'MEMBER'))).toBe('member.last_owner');
    });

    it('may go once there is another', async () => {
      await changeRole(owner, await hub.join(owner), 'OWNER');
      expect(await deactivate(owner, owner)).toMatchObject({ key: owner.memberId });
    });

    it('stays when all owners step down at the same moment, in two processes', async () => {
      const owners = [owner, await hub.join(owner, 'OWNER'), await hub.join(owner, 'OWNER')];
      const release = await holdMembers();
      const steps = owners.map((one, index) => {
        const at = index % 2 ? other : hub;
        return refusalOf(index === 1 ? deactivate(one, one, at) : changeRole(one, one, 'MEMBER', at));
      });
      await untilWaiting(3);
      await release();
      expect((await Promise.all(steps)).sort()).toEqual(['member.last_owner', 'not refused', 'not refused']);
      expect(await activeOwners()).toBe(1);
    });

    it('is left when two owners turn on each other: what one has taken, the other cannot use', async () => {
      const [second] = [await hub.join(owner, 'OWNER'), await hub.join(owner, 'OWNER')];
      const turns = [changeRole(owner, second, 'MEMBER'), changeRole(second, owner, 'MEMBER', other)].map(refusalOf);
      expect((await Promise.all(turns)).sort()).toEqual(['member.administrators_only', 'not refused']);
      expect(await activeOwners()).toBe(2);
    });
  });
});
