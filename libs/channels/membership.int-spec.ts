import { ChannelsPromised, MemberJoined } from '#identity';
import { type Actor, newId } from '#kernel';
import { type ChannelHub, channelHub, refusalOf } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { channelAccessChanged } from './channel-access-changed.js';

describe('membership', () => {
  const database = testDatabase({ entities: [] });
  let hub: ChannelHub;
  let ana: Actor;
  let ben: Actor;
  let guest: Actor;

  beforeAll(async () => {
    hub = await channelHub(database);
    [ana, ben, guest] = [await hub.member(), await hub.member(), await hub.member('GUEST')];
  });
  afterAll(() => hub.close());

  const idsOf = (actors: readonly Actor[]) => actors.map((it) => it.memberId).sort();
  const peopleOf = async (channelId: string) => (await hub.service.memberIds(channelId, 100)).sort();

  describe('by joining', () => {
    it('is for whoever reads a PUBLIC channel; a second time changes nothing', async () => {
      const channel = await hub.channel(ana, 'PUBLIC');
      expect((await hub.membership.join(ben, channel.key)).membership).toEqual({ involvement: 'FOLLOWING' });
      await hub.service.setInvolvement(ben, channel.key, 'DIGEST');
      expect((await hub.membership.join(ben, channel.key)).membership).toEqual({ involvement: 'DIGEST' });
      expect(await peopleOf(channel.key)).toEqual(idsOf([ana, ben]));
    });

    it('is not for what one does not see, nor for guests', async () => {
      const closed = await hub.channel(ana, 'PRIVATE');
      const open = await hub.channel(ana, 'PUBLIC');
      const admin = await hub.member('ADMIN');
      expect(await refusalOf(hub.membership.join(ben, closed.key))).toBe('channel.not_found');
      expect(await refusalOf(hub.membership.join(admin, closed.key))).toBe('channel.not_found');
      expect(await refusalOf(hub.membership.join(guest, open.key))).toBe('channel.not_found');
      expect(await refusalOf(hub.membership.join(ben, newId()))).toBe('channel.not_found');
      expect(await refusalOf(hub.membership.join(ben, undefined))).toBe('channel.not_found');
    });

    it('is not for what is archived', async () => {
      const channel = await hub.channel(ana, 'PUBLIC');
      await hub.archive(channel.key);
      expect(await refusalOf(hub.membership.join(ben, channel.key))).toBe('channel.archived');
    });
  });

  describe('by being added', () => {
    it('comes from members and, in what they can read, from administrators', async () => {
      const open = await hub.channel(ana, 'PUBLIC');
      const closed = await hub.channel(ana, 'PRIVATE');
      const admin = await hub.member('ADMIN');
      await hub.membership.add(ana, closed.key, [ben.memberId, guest.memberId]);
      await hub.membership.add(ben, closed.key, [ana.memberId]);
      expect(await peopleOf(closed.key)).toEqual(idsOf([ana, ben, guest]));
      expect((await hub.membership.add(admin, open.key, [guest.memberId])).membership).toBeNull();
      expect((await hub.membership.add(admin, open.key, [admin.memberId])).membership).not.toBeNull();
      expect(await refusalOf(hub.membership.add(ben, open.key, [ben.memberId]))).toBe('channel.members_only');
      expect(await refusalOf(hub.membership.add(guest, open.key, [ben.memberId]))).toBe('channel.members_only');
      expect(await refusalOf(hub.membership.add(admin, closed.key, [admin.memberId]))).toBe('channel.not_found');
    });

    it('keeps the involvement of who is there already', async () => {
      const channel = await hub.channel(ana, 'PRIVATE', [ben]);
      await hub.service.setInvolvement(ben, channel.key, 'MUTED');
      await hub.membership.add(ana, channel.key, [ben.memberId]);
      expect((await hub.service.require(ben, channel.key)).membership).toEqual({ involvement: 'MUTED' });
    });

    it('takes all or nobody', async () => {
      const channel = await hub.channel(ana, 'PRIVATE');
      const gone = await hub.member('MEMBER', { isGone: true });
      expect(await refusalOf(hub.membership.add(ana, channel.key, [ben.memberId, newId()]))).toBe('member.not_found');
      expect(await refusalOf(hub.membership.add(ana, channel.key, [ben.memberId, gone.memberId]))).toBe(
        'member.not_found',
      );
      expect(await peopleOf(channel.key)).toEqual(idsOf([ana]));
    });

    it('is not for DIRECT or archived channels', async () => {
      const direct = await hub.channel(ana, 'DIRECT', [ben]);
      const archived = await hub.channel(ana, 'PRIVATE');
      await hub.archive(archived.key);
      expect(await refusalOf(hub.membership.add(ana, direct.key, [guest.memberId]))).toBe('channel.direct_is_fixed');
      expect(await refusalOf(hub.membership.add(ana, archived.key, [ben.memberId]))).toBe('channel.archived');
    });

    it('comes with accepting an invitation, in the same transaction, where channels can take somebody', async () => {
      const open = await hub.channel(ana, 'PRIVATE');
      const direct = await hub.channel(ana, 'DIRECT', [await hub.member()]);
      const archived = await hub.channel(ana, 'PRIVATE');
      await hub.archive(archived.key);
      const joined = new MemberJoined(guest.memberId, [open.key, direct.key, archived.key, newId()]);
      const failing = hub.unitOfWork.run(async () => {
        await hub.events.tell(joined);
        throw new Error('not accepted after all');
      });
      await expect(failing).rejects.toThrow('not accepted');
      expect(await hub.service.find(guest, open.key)).toBeUndefined();
      await hub.events.tell(joined);
      expect(await hub.service.find(guest, open.key)).toBeDefined();
      expect(await hub.service.find(guest, direct.key)).toBeUndefined();
      expect(await hub.service.find(guest, archived.key)).toBeUndefined();
    });
  });

  describe('ends by leaving', () => {
    it('which shuts out of what is not PUBLIC; a second time changes nothing', async () => {
      const channel = await hub.channel(ana, 'PRIVATE', [ben, guest]);
      expect((await hub.membership.leave(guest, channel.key)).membership).toBeNull();
      expect(await hub.service.find(guest, channel.key)).toBeUndefined();
      expect(await refusalOf(hub.membership.leave(guest, channel.key))).toBe('channel.not_found');
      const open = await hub.channel(ana, 'PUBLIC');
      await hub.membership.leave(ana, open.key);
      await hub.membership.leave(ana, open.key);
      expect(await peopleOf(open.key)).toEqual([]);
    });

    it('which every process hears of, so that what still runs for them ends', async () => {
      const channel = await hub.channel(ana, 'PRIVATE', [ben]);
      const heard: object[] = [];
      const stop = await hub.pubsub.subscribe(channelAccessChanged, (change) => heard.push(change));
      await hub.membership.leave(ben, channel.key);
      await hub.pubsub.check();
      expect(heard).toEqual([{ channelId: channel.key, memberId: ben.memberId }]);
      await stop();
    });

    it('but not from a DIRECT channel', async () => {
      const direct = await hub.channel(ana, 'DIRECT', [ben, guest]);
      expect(await refusalOf(hub.membership.leave(ana, direct.key))).toBe('channel.direct_is_fixed');
    });

    it('but somebody who can read stays in a PRIVATE one, also when all leave at once', async () => {
      const gone = await hub.member();
      const channel = await hub.channel(ana, 'PRIVATE', [ben, gone]);
      await database.dataSource.query('update members set deactivated_at = now() where id = $1', [gone.memberId]);
      const answers = await Promise.all([ana, ben].map((actor) => refusalOf(hub.membership.leave(actor, channel.key))));
      expect(answers.sort()).toEqual(['channel.last_member', 'not refused']);
    });
  });

  describe('promised by an invitation', () => {
    const promise = (inviter: Actor, ...channels: { key: string }[]) =>
      refusalOf(
        hub.events.tell(
          new ChannelsPromised(
            inviter,
            channels.map(({ key }) => key),
          ),
        ),
      );

    it('is one that the inviter reads', async () => {
      const admin = await hub.member('ADMIN');
      const open = await hub.channel(ana, 'PUBLIC');
      const closed = await hub.channel(ana, 'PRIVATE', [admin]);
      expect(await promise(admin, open, closed, open)).toBe('not refused');
      expect(await promise(admin)).toBe('not refused');
    });

    it('is none that the inviter does not see, as if it were not there, whatever their role', async () => {
      const open = await hub.channel(ana, 'PUBLIC');
      const closed = await hub.channel(ana, 'PRIVATE');
      for (const inviter of [await hub.member('ADMIN'), await hub.member('OWNER'), ben]) {
        expect(await promise(inviter, open, closed)).toBe('channel.not_found');
        expect(await promise(inviter, open, { key: newId() })).toBe('channel.not_found');
      }
      expect(await promise(guest, open)).toBe('channel.not_found');
    });

    it('is no DIRECT one and no archived one', async () => {
      const direct = await hub.channel(ana, 'DIRECT', [ben]);
      const archived = await hub.channel(ana, 'PUBLIC');
      await hub.archive(archived.key);
      expect(await promise(ana, direct)).toBe('channel.direct_is_fixed');
      expect(await promise(ana, archived)).toBe('channel.archived');
      expect(await promise(await hub.member('OWNER'), direct)).toBe('channel.not_found');
    });
  });

  it('has an involvement; without one there is nothing to set', async () => {
    const channel = await hub.channel(ana, 'PUBLIC');
    const closed = await hub.channel(ana, 'PRIVATE');
    await hub.service.setInvolvement(ana, channel.key, 'MUTED');
    expect((await hub.service.require(ana, channel.key)).membership).toEqual({ involvement: 'MUTED' });
    expect(await refusalOf(hub.service.setInvolvement(ben, channel.key, 'MUTED'))).toBe('channel.not_a_member');
    expect(await refusalOf(hub.service.setInvolvement(ben, closed.key, 'MUTED'))).toBe('channel.not_found');
    expect(await refusalOf(hub.service.setInvolvement(ben, undefined, 'MUTED'))).toBe('channel.not_found');
  });
});
