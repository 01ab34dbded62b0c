import type { Actor, TokenScope } from '#kernel';
import { localId } from '#kernel';
import { refusalOf } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { type IdentityHub, identityHub } from '../../test/support/identity-hub.js';
import { AccessTokenService } from './access-token.service.js';
import { MembershipChanges } from './membership-changes.service.js';
import { maySeeAddress, requireAdministrator, requireScope } from './permission.policy.js';

describe('access tokens', () => {
  const database = testDatabase({ entities: [] });
  let hub: IdentityHub;
  let owner: Actor;
  let member: Actor;

  beforeAll(async () => {
    hub = await identityHub(database);
    owner = await hub.setUp();
    member = await hub.join(owner);
  });
  afterAll(() => hub.close());

  const create = (by: Actor, scopes: TokenScope[], expiresAt: string | null = null, name = 'Build server') =>
    hub.get(AccessTokenService).create(by, name, scopes, expiresAt);
  const inMs = (ms: number): string => new Date(hub.clock.nowMs() + ms).toISOString();

  it('act for their member with the scopes that they were given', async () => {
    const { id, secret } = await create(member, ['READ', 'WRITE', 'READ']);
    const actor = await hub.actorOf(secret);
    expect(actor).toMatchObject({ memberId: member.memberId, role: 'MEMBER', isToken: true });
    expect([...actor.scopes].sort()).toEqual(['READ', 'WRITE']);
    expect(actor.credentialId).toBe(localId('AccessToken', id));
    expect(secret).toMatch(/^mta_[\w-]{43}$/);
    expect(await hub.audited('token.created')).toContain('Build server');
  });

  it('are kept as a hash', async () => {
    const { secret } = await create(member, ['READ']);
    const rows = await database.dataSource.query('select access_tokens::text as kept from access_tokens');
    expect(JSON.stringify(rows)).not.toContain(secret.slice(4));
  });

  it('have ADMIN from administrators only', async () => {
    expect(await refusalOf(create(member, ['ADMIN']))).toBe('member.administrators_only');
    expect(await refusalOf(create(member, ['READ', 'ADMIN']))).toBe('member.administrators_only');
    expect(await refusalOf(create(owner, ['READ', 'WRITE', 'ADMIN']))).toBe('not refused');
  });

  it('never do more than their member may now', async () => {
    const admin = await hub.join(owner, 'ADMIN');
    const { secret } = await create(admin, ['READ', 'ADMIN']);
    expect(() => requireAdministrator({ ...admin, scopes: new Set(['ADMIN']) })).not.toThrow();
    await hub.get(MembershipChanges).changeRole(owner, admin.memberId, 'MEMBER');
    const actor = await hub.actorOf(secret);
    expect(actor.scopes.has('ADMIN')).toBe(true);
    expect(() => requireAdministrator(actor)).toThrow(
      expect.objectContaining({ reason: 'member.administrators_only' }),
    );
  });

  it('do less than their member where a scope is missing', async () => {
    const reader = await hub.actorOf((await create(owner, ['READ'])).secret);
    expect(() => requireScope(reader, 'READ')).not.toThrow();
    expect(() => requireScope(reader, 'WRITE')).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN', reason: 'token.scope_missing', data: { scope: 'WRITE' } }),
    );
    expect(() => requireAdministrator(reader)).toThrow(expect.objectContaining({ reason: 'token.scope_missing' }));
    expect(maySeeAddress(reader, member.memberId)).toBe(false);
    expect(maySeeAddress(reader, owner.memberId)).toBe(true);
    expect(maySeeAddress(owner, member.memberId)).toBe(true);
    expect(maySeeAddress(member, owner.memberId)).toBe(false);
    expect(maySeeAddress(undefined, owner.memberId)).toBe(false);
  });

  it('make no further tokens, whatever their scopes', async () => {
    const actor = await hub.actorOf((await create(owner, ['READ', 'WRITE', 'ADMIN'])).secret);
    expect(await refusalOf(create(actor, ['READ']))).toBe('token.makes_no_tokens');
  });

  it('end at their time, which is still to come when they are made', async () => {
    expect(await refusalOf(create(member, ['READ'], inMs(0)))).toBe('token.expires_in_the_past');
    expect(await refusalOf(create(member, ['READ'], inMs(-1)))).toBe('token.expires_in_the_past');
    const { secret } = await create(member, ['READ'], inMs(60_000));
    const forever = await create(member, ['READ']);
    hub.clock.advanceMs(59_999);
    expect(await hub.authenticate(secret)).toBeDefined();
    hub.clock.advanceMs(1);
    expect(await hub.authenticate(secret)).toBeUndefined();
    expect(await hub.authenticate(forever.secret)).toBeDefined();
  });

  it('have a name and a scope', async () => {
    expect(await refusalOf(create(member, []))).toBe('token.scopes_missing');
    expect(await refusalOf(create(member, ['READ'], null, '  '))).toBe('member.bad_name');
  });
});
