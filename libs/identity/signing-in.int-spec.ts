import type { Actor } from '#kernel';
import { refusalOf } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { addressOf, type IdentityHub, identityHub, PASSWORD } from '../../test/support/identity-hub.js';
import { AccessTokenService } from './access-token.service.js';
import { SessionResolver } from './session.resolver.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { ViewerResolver } from './viewer.resolver.js';

const DAY_MS = 86_400_000;

describe('signing in', () => {
  const database = testDatabase({ entities: [] });
  let hub: IdentityHub;
  let other: IdentityHub;
  let owner: Actor;
  let place = 0;

  beforeAll(async () => {
    hub = await identityHub(database);
    other = await identityHub(database, { beside: hub });
    owner = await hub.setUp();
  });
  afterAll(async () => {
    await other.close();
    await hub.close();
  });

  /** Each call from a place of its own, where none is given. */
  const signIn = (handle: string, password = PASSWORD, from = `198.51.100.${++place}`) =>
    hub.get(SignInService).signIn(addressOf(handle), password, from);
  const thrownBy = (work: Promise<unknown>): Promise<object> =>
    work.then(
      () => ({}),
      (error: object) => error,
    );

  it('gives a session that every process knows', async () => {
    const { memberId, token } = await signIn('ada');
    expect(memberId).toBe(owner.memberId);
    expect(await other.authenticate(token)).toMatchObject({ memberId, role: 'OWNER', isToken: false });
    expect(await hub.authenticate(`${token}x`)).toBeUndefined();
  });

  it('says the same of a wrong password and of an address that nobody has', async () => {
    const wrongPassword = await thrownBy(signIn('ada', 'not the password'));
    const unknown = await thrownBy(signIn('nobody'));
    expect(wrongPassword).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'session.wrong_credentials' });
    expect({ ...unknown }).toEqual({ ...wrongPassword });
    expect((unknown as Error).message).toBe((wrongPassword as Error).message);
  });

  it('is refused for a while after ten wrong tries for one address from one place, there only', async () => {
    await hub.join(owner, 'MEMBER', 'ben');
    const from = '203.0.113.5';
    expect(await refusalOf(signIn('ben', 'not the password', from))).toBe('session.wrong_credentials');
    for (let tries = 0; tries < 9; tries++) await hub.get(SignInAttempts).count(addressOf('ben'), from);
    const refusal = await thrownBy(signIn('ben', PASSWORD, from));
    expect(refusal).toMatchObject({ code: 'RATE_LIMITED', reason: 'session.too_many_attempts' });
    expect((refusal as { data: { seconds: number } }).data.seconds).toBeGreaterThan(250);
    expect(await refusalOf(signIn('ada', PASSWORD, from))).toBe('not refused');
    expect(await refusalOf(signIn('ben'))).toBe('not refused');
  });

  it('is kept in the audit log, with the place', async () => {
    const before = (await hub.audited('member.signed_in')).length;
    await signIn('ada');
    await thrownBy(signIn('ada', 'not the password'));
    const subjects = await hub.audited('member.signed_in');
    expect(subjects.slice(before)).toEqual(['ada']);
  });

  describe('a session', () => {
    it('ends in every process when its owner signs out, and no other does', async () => {
      const [one, two] = [await signIn('ada'), await signIn('ada')];
      expect(await other.authenticate(one.token)).toBeDefined();
      await hub.get(SignInService).signOut(await hub.actorOf(one.token));
      expect(await hub.authenticate(one.token)).toBeUndefined();
      await eventually(async () => (await other.authenticate(one.token)) === undefined);
      expect(await hub.authenticate(two.token)).toBeDefined();
    });

    it('lasts 30 days without use, and each day of use begins them anew', async () => {
      const { token } = await signIn('ada');
      const unused = await signIn('ada');
      hub.clock.advanceMs(20 * DAY_MS);
      expect(await reread(token)).toBeDefined();
      hub.clock.advanceMs(20 * DAY_MS);
      expect(await reread(token)).toBeDefined();
      expect(await reread(unused.token)).toBeUndefined();
      hub.clock.advanceMs(31 * DAY_MS);
      expect(await hub.authenticate(token)).toBeUndefined();
      await hub.get(SessionService).sweep();
      expect(await database.dataSource.query('select 1 from sessions')).toEqual([]);
    });

    /** As after the few seconds for which a process trusts its memory. */
    const reread = async (token: string) => {
      await hub.get(SessionService).changed(owner.memberId);
      return hub.authenticate(token);
    };
  });

  describe('through the api', () => {
    it('sets the cookie, and the rest of the operation is that of who has come in', async () => {
      const cookies: (string | undefined)[] = [];
      const context = hub.contextOf(undefined, (token) => cookies.push(token));
      const resolver = hub.get(SessionResolver);
      expect(await hub.get(ViewerResolver).viewer(context)).toBeNull();
      const payload = await resolver.signIn(context, { email: addressOf('ada'), password: PASSWORD });
      expect(cookies).toEqual([payload.token]);
      expect(payload.viewer).toMatchObject({ member: { handle: 'ada' } });
      expect(await hub.get(ViewerResolver).viewer(context)).toMatchObject({ member: { handle: 'ada' } });
      expect(await resolver.signOut(context, context.signedIn)).toEqual({ signedOut: true });
      expect(cookies).toEqual([payload.token, undefined]);
      expect(await hub.authenticate(payload.token)).toBeUndefined();
    });
  });

  it('ends an access token for good that signs out', async () => {
    const actor = await hub.actorOf((await signIn('ada')).token);
    const { secret } = await hub.get(AccessTokenService).create(actor, 'script', ['WRITE'], null);
    await hub.get(SignInService).signOut(await hub.actorOf(secret));
    expect(await hub.authenticate(secret)).toBeUndefined();
    expect(await hub.audited('token.revoked')).toEqual(['ada']);
    expect(await hub.authenticate((await signIn('ada')).token)).toBeDefined();
  });
});

/** News reach other processes within milliseconds. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('Waited 5 s in vain.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
