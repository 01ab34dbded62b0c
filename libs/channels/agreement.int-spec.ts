import type { Actor } from '#kernel';
import { type ChannelHub, channelHub, refusalOf } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { shippedAgreement } from './agreement.js';
import { AgreementChangesRepository } from './agreement-changes/agreement-changes.repository.js';
import { UnseenAgreements } from './agreement-changes/agreement-changes.service.js';

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

  it('are shown to members as they changed, until they have seen it', async () => {
    const rows = new AgreementChangesRepository(hub.sql);
    const unseen = new UnseenAgreements(rows, hub.service, hub.directory, hub.people);
    const news = async (actor: Actor) =>
      (await unseen.of(actor)).filter(({ channel: of }) => of).map(({ before, now }) => [before.text, now.text]);
    const member = await hub.member();
    const channel = await hub.channel(maker, 'PUBLIC', [member]);
    expect(await news(member)).toEqual([]);
    hub.clock.advanceMs(1_000);
    const { text: known } = await hub.agreements.ofOrganization();
    await hub.agreements.updateChannel(maker, channel.key, { text: 'Slowly.' });
    expect(await news(member)).toEqual([[known, 'Slowly.']]);
    expect(await news(maker)).toEqual([]);
    await hub.agreements.updateChannel(maker, channel.key, { text: 'Slower.' });
    expect(await news(member)).toEqual([[known, 'Slower.']]);
    await unseen.seen(member, channel.key, 1);
    expect(await news(member)).toEqual([['Slowly.', 'Slower.']]);
    await unseen.seen(member, channel.key, 2);
    await unseen.seen(member, channel.key, 1);
    expect(await news(member)).toEqual([]);
    // What was in force when somebody came is no news to them.
    hub.clock.advanceMs(1_000);
    const later = await hub.member();
    const another = await hub.channel(maker, 'PUBLIC', [later]);
    await hub.agreements.updateChannel(maker, another.key, { text: 'At once.' });
    const closed = await hub.channel(maker, 'PRIVATE');
    expect(await refusalOf(unseen.seen(later, closed.key, 1))).toBe('channel.not_found');
    hub.clock.advanceMs(1_000);
    await hub.agreements.updateOrganization(admin, { text: 'Be kinder.' });
    const own = (await unseen.of(later)).find(({ channel: of }) => !of)!;
    expect([own.before.text, own.now.text, own.changedBy?.key]).toEqual([known, 'Be kinder.', admin.memberId]);
    await unseen.seen(later, null, own.now.version);
    expect((await unseen.of(later)).some(({ channel: of }) => !of)).toBe(false);
  });
});
