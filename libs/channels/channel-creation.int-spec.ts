import { type Actor, newId } from '#kernel';
import { type ChannelHub, channelHub, refusalOf } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import type { ChannelWish } from './channel-creation.service.js';

describe('creating a channel', () => {
  const database = testDatabase({ entities: [] });
  let hub: ChannelHub;
  let ana: Actor;
  let ben: Actor;

  beforeAll(async () => {
    hub = await channelHub(database);
    ana = await hub.member('MEMBER', { handle: 'ana' });
    ben = await hub.member('MEMBER', { handle: 'ben' });
  });
  afterAll(() => hub.close());

  const create = (wish: Partial<ChannelWish>, actor = ana) =>
    hub.creation.create(actor, { name: 'Some channel', purpose: '', visibility: 'PUBLIC', memberIds: [], ...wish });
  const peopleOf = async (channelId: string) => (await hub.service.memberIds(channelId, 100)).sort();

  it('gives it a name, a purpose, a slug and its people, the maker among them', async () => {
    const channel = await create({
      name: ' Größe & Form ',
      purpose: ' Shapes ',
      memberIds: [ben.memberId, ben.memberId],
    });
    expect(channel).toMatchObject({
      slug: 'grosse-form',
      name: 'Größe & Form',
      purpose: 'Shapes',
      visibility: 'PUBLIC',
      archivedAt: null,
      createdAt: '2026-11-23T09:00:00.000Z',
      createdById: ana.memberId,
      membership: { involvement: 'FOLLOWING' },
      agreement: { version: 0, defaultKind: 'FYI', defaultTiming: 'WHENEVER', urgentWindowMinutes: 15 },
    });
    expect(await peopleOf(channel.key)).toEqual([ana.memberId, ben.memberId].sort());
  });

  it('numbers made slugs, also when many are made at once', async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => create({ name: 'Twice' })));
    expect(made.map((it) => it.slug).sort()).toEqual(['twice', 'twice-2', 'twice-3', 'twice-4']);
  });

  it('takes a given slug, in small letters, unless it is taken', async () => {
    expect((await create({ slug: ' Orchard-1 ' })).slug).toBe('orchard-1');
    expect(await refusalOf(create({ slug: 'orchard-1' }))).toBe('channel.slug_taken');
    expect(await refusalOf(create({ slug: 'no spaces' }))).toBe('channel.bad_slug');
  });

  it('needs a name', async () => {
    expect(await refusalOf(create({ name: '  ' }))).toBe('channel.bad_name');
    expect(await refusalOf(create({ name: 'x'.repeat(81) }))).toBe('channel.bad_name');
  });

  it('is not for guests', async () => {
    const guest = await hub.member('GUEST');
    expect(await refusalOf(create({}, guest))).toBe('channel.not_for_guests');
    expect(await refusalOf(create({ visibility: 'DIRECT', memberIds: [ana.memberId] }, guest))).toBe(
      'channel.not_for_guests',
    );
  });

  it('makes nothing where one of the people is unknown or gone', async () => {
    const gone = await hub.member('MEMBER', { isGone: true });
    for (const memberId of [newId(), gone.memberId]) {
      expect(await refusalOf(create({ slug: 'never', memberIds: [ben.memberId, memberId] }))).toBe('member.not_found');
      expect(await refusalOf(create({ visibility: 'DIRECT', memberIds: [memberId] }))).toBe('member.not_found');
    }
    expect(await hub.service.findBySlug(ana, 'never')).toBeUndefined();
  });

  describe('that is DIRECT', () => {
    it('names it after its people and needs nothing else', async () => {
      const channel = await create({ name: '', visibility: 'DIRECT', memberIds: [ben.memberId] });
      expect(channel).toMatchObject({ name: 'ana, ben', slug: `direct-${channel.key}`, visibility: 'DIRECT' });
    });

    it('answers the one that the same people have already, whoever asks', async () => {
      const cem = await hub.member();
      const circle = [ana, ben, cem];
      const made = await Promise.all(
        [...circle, ...circle].map((actor) =>
          create({ visibility: 'DIRECT', memberIds: circle.map((it) => it.memberId) }, actor),
        ),
      );
      expect(new Set(made.map((it) => it.key)).size).toBe(1);
      expect(await peopleOf(made[0]!.key)).toEqual(circle.map((it) => it.memberId).sort());
      const smaller = await create({ visibility: 'DIRECT', memberIds: [cem.memberId] });
      expect(smaller.key).not.toBe(made[0]!.key);
    });

    it('has 2 to 9 people', async () => {
      expect(await refusalOf(create({ visibility: 'DIRECT' }))).toBe('channel.direct_size');
      expect(await refusalOf(create({ visibility: 'DIRECT', memberIds: [ana.memberId] }))).toBe('channel.direct_size');
      const others = await Promise.all(Array.from({ length: 9 }, () => hub.member()));
      const ids = others.map((it) => it.memberId);
      expect(await refusalOf(create({ visibility: 'DIRECT', memberIds: ids }))).toBe('channel.direct_size');
      expect(await peopleOf((await create({ visibility: 'DIRECT', memberIds: ids.slice(1) })).key)).toHaveLength(9);
    });
  });
});
