import type { Actor } from '#kernel';
import { type ChannelHub, channelHub, refusalOf } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { shippedAgreement } from './agreement.js';

describe('agreements', () => {
  const database = testDatabase({ entities: [] });
  let hub: ChannelHub;
  let maker: Actor;
  let admin: Actor;

  beforeAll(async () => {
    hub = await channelHub(database);
    [maker, admin] = [await hub.member(), await hub.member('ADMIN')];
  });
  afterAll(() => hub.close());

  const inForce = async (channelId: string) => (await hub.service.require(maker, channelId)).agreement;

  it('are the shipped one, then the organisation’s, then the channel’s own', async () => {
    const [first, second] = [await hub.channel(maker, 'PUBLIC'), await hub.channel(maker, 'PRIVATE')];
    expect(await inForce(first.key)).toEqual(shippedAgreement);
    expect(await hub.agreements.ofOrganization()).toEqual(shippedAgreement);

    await hub.agreements.updateOrganization(admin, { text: 'Be kind.', maxRecipients: 10 });
    const organizations = { ...shippedAgreement, version: 1, text: 'Be kind.', maxRecipients: 10 };
    expect(await hub.agreements.ofOrganization()).toEqual(organizations);
    expect([await inForce(first.key), await inForce(second.key)]).toEqual([organizations, organizations]);

    const changed = await hub.agreements.updateChannel(maker, first.key, { urgentAllowed: false, maxRecipients: null });
    expect(changed.agreement).toEqual({ ...organizations, version: 1, urgentAllowed: false });
    await hub.agreements.updateChannel(maker, first.key, { defaultKind: 'REPLY' });
    await hub.agreements.updateOrganization(admin, { urgentBudgetPerWeek: 0 });
    const own = { ...organizations, version: 2, urgentAllowed: false, defaultKind: 'REPLY' };
    expect(await inForce(first.key)).toEqual(own);
    expect(await inForce(second.key)).toEqual({ ...organizations, version: 2, urgentBudgetPerWeek: 0 });
  });

  it('lose no change of two at once', async () => {
    const channel = await hub.channel(maker, 'PUBLIC');
    await Promise.all([
      hub.agreements.updateChannel(maker, channel.key, { text: 'Slowly.' }),
      hub.agreements.updateChannel(admin, channel.key, { urgentWindowMinutes: 60 }),
    ]);
    expect(await inForce(channel.key)).toMatchObject({ version: 2, text: 'Slowly.', urgentWindowMinutes: 60 });
    const before = (await hub.agreements.ofOrganization()).version;
    await Promise.all(
      [1, 2, 3].map((urgentBudgetPerWeek) => hub.agreements.updateOrganization(admin, { urgentBudgetPerWeek })),
    );
    expect((await hub.agreements.ofOrganization()).version).toBe(before + 3);
  });

  it('are changed by who made the channel and by administrators who can read it', async () => {
    const [member, guest] = [await hub.member(), await hub.member('GUEST')];
    const open = await hub.channel(maker, 'PUBLIC', [member, guest]);
    const closed = await hub.channel(maker, 'PRIVATE', [member]);
    const update = (actor: Actor, id: string) => refusalOf(hub.agreements.updateChannel(actor, id, { text: 'New.' }));
    expect(await update(maker, open.key)).toBe('not refused');
    expect(await update(admin, open.key)).toBe('not refused');
    expect(await update(member, open.key)).toBe('agreement.not_yours');
    expect(await update(guest, open.key)).toBe('agreement.not_yours');
    expect(await update(member, closed.key)).toBe('agreement.not_yours');
    expect(await update(admin, closed.key)).toBe('channel.not_found');
    await hub.archive(open.key);
    expect(await update(maker, open.key)).toBe('channel.archived');
    expect(await refusalOf(hub.agreements.updateOrganization(member, { text: 'New.' }))).toBe(
      'member.administrators_only',
    );
  });
});
