import { type Actor, permissions } from '#kernel';
import { refusalOf } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { addressOf, type IdentityHub, identityHub, MemoryMailer, PASSWORD } from '../../test/support/identity-hub.js';
import { InvitationService } from './invitation.service.js';
import { InvitationAcceptance } from './invitation-acceptance.service.js';
import { MembershipChanges } from './membership-changes.service.js';
import { may } from './permission.policy.js';
import { shippedPermissions } from './permissions.js';
import { RoleService } from './role.service.js';

const page = { first: 10 };

describe('rights of roles', () => {
  const database = testDatabase({ entities: [] });
  const mailer = new MemoryMailer();
  let hub: IdentityHub;
  let other: IdentityHub;
  let owner: Actor;
  let admin: Actor & { token: string };
  let member: Actor & { token: string };

  beforeAll(async () => {
    hub = await identityHub(database, { mailer });
    other = await identityHub(database, { beside: hub });
    owner = await hub.setUp();
    admin = await hub.join(owner, 'ADMIN');
    member = await hub.join(owner);
  });
  afterAll(async () => {
    await other.close();
    await hub.close();
  });

  it('are those that the hub ships with', async () => {
    for (const { role, permissions: given } of await hub.get(RoleService).all()) {
      expect(given).toEqual(permissions.filter((one) => shippedPermissions[role].includes(one)));
    }
  });

  it('hold at once, in every process, when an owner changes them', async () => {
    expect(may((await other.authenticate(member.token))!, 'INVITE_MEMBERS')).toBe(false);
    await hub.get(RoleService).update(owner, 'MEMBER', ['INVITE_MEMBERS']);
    let now = (await hub.authenticate(member.token))!;
    expect([may(now, 'INVITE_MEMBERS'), may(now, 'SEND_URGENT')]).toEqual([true, false]);
    for (let tries = 0; tries < 50 && !may(now, 'INVITE_MEMBERS'); tries += 1)
      now = (await other.authenticate(member.token))!;
    const invited = hub.get(InvitationService).invite(now, addressOf('from-member'), 'MEMBER', []);
    expect(await refusalOf(invited)).toBe('not refused');
    const raised = hub.get(InvitationService).invite(now, addressOf('raised'), 'ADMIN', []);
    expect(await refusalOf(raised)).toBe('member.role_out_of_reach');
    await hub.get(RoleService).update(owner, 'MEMBER', shippedPermissions.MEMBER);
    expect(await hub.audited('role.changed')).toContain('MEMBER: INVITE_MEMBERS');
  });

  it('close the doors that were opened with them', async () => {
    await hub.get(RoleService).update(owner, 'ADMIN', permissions);
    const { code } = await hub
      .get(InvitationService)
      .invite(await hub.actorOf(admin.token), addressOf('late'), 'MEMBER', []);
    await hub.get(RoleService).update(owner, 'ADMIN', []);
    const facts = { name: 'Late', handle: 'late', password: PASSWORD, timeZone: 'Asia/Tokyo' };
    expect(await refusalOf(hub.get(InvitationAcceptance).accept(code, facts, '198.51.100.7'))).toBe(
      'invitation.not_found',
    );
    await hub.get(RoleService).update(owner, 'ADMIN', shippedPermissions.ADMIN);
  });

  it('are changed by who may, of roles beneath their own; owners keep theirs', async () => {
    const roles = hub.get(RoleService);
    expect(await refusalOf(roles.update(member, 'GUEST', []))).toBe('member.administrators_only');
    expect(await refusalOf(roles.update(admin, 'GUEST', []))).toBe('permission.missing');
    const trusted: Actor = { ...admin, permissions: new Set(permissions) };
    expect(await refusalOf(roles.update(trusted, 'ADMIN', [...permissions]))).toBe('permission.own_role');
    expect(await refusalOf(roles.update(owner, 'OWNER', []))).toBe('permission.owner_locked');
    expect(await refusalOf(roles.update({ ...owner, scopes: new Set(['READ']) }, 'GUEST', []))).toBe(
      'token.scope_missing',
    );
  });

  it('bring back who had left, by who manages members', async () => {
    const leaver = await hub.join(owner);
    const changes = hub.get(MembershipChanges);
    await changes.deactivate(owner, leaver.memberId);
    expect(await refusalOf(changes.reactivate(member, leaver.memberId))).toBe('member.administrators_only');
    expect(await changes.reactivate(admin, leaver.memberId)).toMatchObject({ deactivatedAt: null });
    expect(await refusalOf(changes.reactivate(owner, owner.memberId))).toBe('not refused');
    expect(await refusalOf(changes.reactivate(owner, undefined))).toBe('member.not_found');
  });

  describe('invitation links', () => {
    const facts = (handle: string, email?: string) => ({
      ...{ name: handle, handle, email: email ?? null },
      ...{ password: PASSWORD, timeZone: 'Asia/Tokyo' },
    });
    const link = (given: object = {}) =>
      hub
        .get(InvitationService)
        .createLink(owner, { role: 'MEMBER', channelIds: [], expiresInDays: 7, uses: 2, ...given });

    it('bring in as many as they were made for, each with an address of their own', async () => {
      const { code } = await link();
      const accept = (handle: string, email?: string, at = '198.51.100.9') =>
        refusalOf(hub.get(InvitationAcceptance).accept(code, facts(handle, email), at));
      expect(await accept('no-address')).toBe('invitation.email_missing');
      expect(await accept('first', addressOf('first'))).toBe('not refused');
      expect(await accept('second', addressOf('second'))).toBe('not refused');
      expect(await accept('third', addressOf('third'), '198.51.100.10')).toBe('invitation.not_found');
    });

    it('end when they are revoked', async () => {
      const { code } = await link();
      const [made] = (await hub.get(InvitationService).page(page)).nodes;
      expect(made).toMatchObject({ email: null, usesLeft: 2, revokedAt: null, mailFailure: null });
      expect(await refusalOf(hub.get(InvitationService).revoke(member, made!.key))).toBe('member.administrators_only');
      expect(await hub.get(InvitationService).revoke(admin, made!.key)).toMatchObject({
        revokedAt: expect.any(String),
      });
      expect(await refusalOf(hub.get(InvitationService).revoke(admin, made!.key))).toBe('invitation.gone');
      const accepted = hub.get(InvitationAcceptance).accept(code, facts('late-one', addressOf('x')), '198.51.100.11');
      expect(await refusalOf(accepted)).toBe('invitation.not_found');
    });

    it('are for members and guests, within limits', async () => {
      expect(await refusalOf(link({ role: 'ADMIN' }))).toBe('invitation.link_role');
      for (const limits of [{ uses: 0 }, { uses: 501 }, { expiresInDays: 0 }, { expiresInDays: 91 }]) {
        expect(await refusalOf(link(limits))).toBe('invitation.bad_limits');
      }
    });
  });

  it('keep why a letter did not arrive', async () => {
    mailer.isDown = true;
    await hub.get(InvitationService).invite(owner, addressOf('unreached'), 'MEMBER', []);
    mailer.isDown = false;
    await hub.get(InvitationService).invite(owner, addressOf('reached'), 'MEMBER', []);
    const failures = (await hub.get(InvitationService).page(page)).nodes.slice(0, 2).map((one) => one.mailFailure);
    expect(failures).toEqual([null, 'connection refused']);
  });
});
