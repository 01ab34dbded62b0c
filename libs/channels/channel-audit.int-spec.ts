import { type ChannelHub, channelHub, refusalOf } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';

describe('the audit log of channels', () => {
  const database = testDatabase({ entities: [] });
  let hub: ChannelHub;
  beforeAll(async () => {
    hub = await channelHub(database);
  });
  afterAll(() => hub.close());

  it('has who made, entered, left and agreed what, once each; nothing of direct channels and of what was refused', async () => {
    const owner = await hub.member('OWNER', { handle: 'owner' });
    const [ana, ben] = [await hub.member('MEMBER', { handle: 'ana' }), await hub.member('MEMBER', { handle: 'ben' })];
    const wish = { name: 'General', purpose: '', visibility: 'PUBLIC' as const, memberIds: [] };
    const { key } = await hub.creation.create(ana, wish);
    expect(await refusalOf(hub.creation.create(ben, { ...wish, slug: 'general' }))).toBe('channel.slug_taken');
    await hub.membership.join(ben, key);
    await hub.membership.join(ben, key);
    await hub.membership.leave(ben, key);
    await hub.membership.leave(ben, key);
    await hub.membership.add(ana, key, [ana.memberId, ben.memberId]);
    await hub.membership.add(ana, key, [ben.memberId]);
    await hub.agreements.updateChannel(ana, key, { text: 'Be kind.' });
    await hub.agreements.updateOrganization(owner, { text: 'Be kind.' });
    await hub.channel(ana, 'DIRECT', [ben]);

    const rows = await hub.audit.page(null, undefined, 100);
    expect(rows.reverse().map((row) => [row.actor_id, row.action, row.subject])).toEqual([
      [ana.memberId, 'channel.created', 'general: ana'],
      [ben.memberId, 'channel.joined', 'general'],
      [ben.memberId, 'channel.left', 'general'],
      [ana.memberId, 'channel.members_added', 'general: ben'],
      [ana.memberId, 'agreement.changed', 'general, version 1'],
      [owner.memberId, 'agreement.changed', 'the organisation, version 1'],
    ]);
  });
});
