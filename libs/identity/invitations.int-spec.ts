import { DomainEvents } from '#database';
import type { Actor, Role } from '#kernel';
import { newId } from '#kernel';
import { refusalOf } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { addressOf, type IdentityHub, identityHub, MemoryMailer, PASSWORD } from '../../test/support/identity-hub.js';
import { MemberJoined } from './identity.events.js';
import { InvitationService } from './invitation.service.js';
import { InvitationAcceptance } from './invitation-acceptance.service.js';
import { MemberDirectory } from './member-directory.js';
import { MembershipChanges } from './membership-changes.service.js';
import { SessionResolver } from './session.resolver.js';

const DAY_MS = 86_400_000;

describe('invitations', () => {
  const database = testDatabase({ entities: [] });
  const mailer = new MemoryMailer();
  let hub: IdentityHub;
  let owner: Actor;
  let admin: Actor;
  let count = 0;

  beforeAll(async () => {
    hub = await identityHub(database, { mailer });
    owner = await hub.setUp();
    admin = await hub.join(owner, 'ADMIN');
  });
  afterAll(() => hub.close());
  beforeEach(() => {
    mailer.sent.length = 0;
    mailer.isDown = false;
  });

  const newHandle = (): string => `guest-${++count}`;
  const invite = (handle: string, role: Role = 'MEMBER', by = owner, channelIds: string[] = []) =>
    hub.get(InvitationService).invite(by, addressOf(handle), role, channelIds);
  /** Each from a place of its own. */
  const accept = (code: string, handle: string, given: object = {}) =>
    hub
      .get(InvitationAcceptance)
      .accept(
        code,
        { name: 'Mira', handle, password: PASSWORD, timeZone: 'Asia/Tokyo', ...given },
        `198.51.100.${++count}`,
      );

  it('bring somebody in with the role that was meant, signed in, in their own zone', async () => {
    const handle = newHandle();
    const { code } = await invite(handle, 'GUEST', admin);
    const { token, memberId } = await accept(` ${code}\n`, handle, { name: '  Mira \t Holm ' });
    expect(await hub.authenticate(token)).toMatchObject({ memberId, role: 'GUEST' });
    expect(await hub.get(MemberDirectory).find(memberId)).toMatchObject({
      name: 'Mira Holm',
      handle,
      address: addressOf(handle),
      timeZone: 'Asia/Tokyo',
    });
    const [row] = await database.dataSource.query('select * from invitations where accepted_by_id = $1', [memberId]);
    expect(row.accepted_at).toEqual(hub.clock.now());
    expect(await hub.audited('member.invited')).toContain(addressOf(handle));
    expect(await hub.audited('member.joined')).toContain(handle);
  });

  it('tell of the channels that were named, in the transaction in which somebody joins', async () => {
    const heard: MemberJoined[] = [];
    const events = hub.get(DomainEvents);
    events.onBeforeCommit(MemberJoined, (event) => {
      heard.push(event);
    });
    const [handle, channelIds] = [newHandle(), [newId(), newId()]];
    const { code } = await invite(handle, 'MEMBER', owner, channelIds);
    const { memberId } = await accept(code, handle);
    expect(heard).toEqual([new MemberJoined(memberId, channelIds)]);
  });

  it('keep of the code only its hash', async () => {
    const { code } = await invite(newHandle());
    const rows = await database.dataSource.query('select invitations::text as kept from invitations');
    expect(JSON.stringify(rows)).not.toContain(code.slice(4));
  });

  it('hold for seven days', async () => {
    const [early, late] = [newHandle(), newHandle()];
    const invitation = await invite(early);
    const { code } = await invite(late);
    expect(invitation.expiresAt).toBe(new Date(hub.clock.nowMs() + 7 * DAY_MS).toISOString());
    hub.clock.advanceMs(7 * DAY_MS - 1);
    expect(await refusalOf(accept(invitation.code, early))).toBe('not refused');
    hub.clock.advanceMs(1);
    expect(await refusalOf(accept(code, late))).toBe('invitation.not_found');
  });

  it('are used once, and by one of those who try at once', async () => {
    const handle = newHandle();
    const { code } = await invite(handle);
    const tries = [1, 2, 3].map((index) => refusalOf(accept(code, `${handle}-${index}`)));
    expect((await Promise.all(tries)).sort()).toEqual(['invitation.not_found', 'invitation.not_found', 'not refused']);
    expect(await refusalOf(accept(code, `${handle}-4`))).toBe('invitation.not_found');
    expect(await refusalOf(accept('mti_made-up', handle))).toBe('invitation.not_found');
  });

  it('stay open where what was given is refused', async () => {
    const handle = newHandle();
    const { code } = await invite(handle);
    expect(await refusalOf(accept(code, 'ada'))).toBe('member.handle_taken');
    expect(await refusalOf(accept(code, ' @ADA '))).toBe('member.handle_taken');
    expect(await refusalOf(accept(code, handle, { password: 'eleven char' }))).toBe('member.bad_password');
    expect(await refusalOf(accept(code, handle, { name: 'a\u0007b' }))).toBe('member.bad_name');
    expect(await refusalOf(accept(code, handle))).toBe('not refused');
  });

  it('to one address bring in one member', async () => {
    const handle = newHandle();
    const [one, two] = [await invite(handle), await invite(handle)];
    await accept(one.code, handle);
    expect(await refusalOf(accept(two.code, `${handle}-b`))).toBe('member.email_taken');
    expect(await refusalOf(invite(handle))).toBe('member.email_taken');
  });

  it('come from administrators, and to owners from owners', async () => {
    const [member, guest] = [await hub.join(owner), await hub.join(owner, 'GUEST')];
    expect(await refusalOf(invite(newHandle(), 'GUEST', member))).toBe('member.administrators_only');
    expect(await refusalOf(invite(newHandle(), 'GUEST', guest))).toBe('member.administrators_only');
    expect(await refusalOf(invite(newHandle(), 'OWNER', admin))).toBe('member.role_out_of_reach');
    expect(await refusalOf(invite(newHandle(), 'ADMIN', admin))).toBe('not refused');
    expect(await refusalOf(invite(newHandle(), 'OWNER', owner))).toBe('not refused');
    const token: Actor = { ...owner, isToken: true, scopes: new Set(['READ', 'WRITE']) };
    expect(await refusalOf(invite(newHandle(), 'GUEST', token))).toBe('token.scope_missing');
  });

  it('close behind an administrator who leaves or steps down', async () => {
    const [leaver, former] = [await hub.join(owner, 'ADMIN'), await hub.join(owner, 'OWNER')];
    const handles = [newHandle(), newHandle(), newHandle()] as const;
    const ofLeaver = await invite(handles[0], 'ADMIN', leaver);
    const [asOwner, asMember] = [await invite(handles[1], 'OWNER', former), await invite(handles[2], 'MEMBER', former)];
    await hub.get(MembershipChanges).deactivate(owner, leaver.memberId);
    await hub.get(MembershipChanges).changeRole(owner, former.memberId, 'ADMIN');
    expect(await refusalOf(accept(ofLeaver.code, handles[0]))).toBe('invitation.not_found');
    expect(await refusalOf(accept(asOwner.code, handles[1]))).toBe('invitation.not_found');
    expect(await refusalOf(accept(asMember.code, handles[2]))).toBe('not refused');
  });

  describe('by mail', () => {
    it('carry the link, in plain words', async () => {
      const { invitationUrl, code } = await invite('mira');
      expect(invitationUrl).toBe(`https://hub.example/accept-invite?code=${code}`);
      expect(mailer.sent).toHaveLength(1);
      const [{ to, subject, text, html }] = mailer.sent as [(typeof mailer.sent)[0]];
      expect({ to, subject, html }).toEqual({ to: addressOf('mira'), subject: 'You are invited to Orchard' });
      expect(text).toContain(`\n${invitationUrl}\n`);
    });

    it('stand even where the mail server is down', async () => {
      mailer.isDown = true;
      const handle = newHandle();
      const { code } = await invite(handle);
      expect(await refusalOf(accept(code, handle))).toBe('not refused');
    });
  });

  it('through the api make members where no role is given, and refuse what is no channel', async () => {
    const resolver = hub.get(SessionResolver);
    const email = addressOf(newHandle());
    await resolver.inviteMember(owner, { email });
    const [row] = await database.dataSource.query('select role from invitations where email = $1', [email]);
    expect(row).toEqual({ role: 'MEMBER' });
    const wrong = () => resolver.inviteMember(owner, { email, channelIds: [`mem_${owner.memberId}`] });
    expect(wrong).toThrow(expect.objectContaining({ reason: 'input.not_an_id', field: 'channelIds' }));
  });
});
