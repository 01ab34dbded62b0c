import type { Actor } from '#kernel';
import { type ChannelHub, channelHub } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import type { ChannelArgs } from './channel.inputs.js';
import { ChannelResolver } from './channel.resolver.js';

describe('reading channels', () => {
  const database = testDatabase({ entities: [] });
  let hub: ChannelHub;
  let resolver: ChannelResolver;
  let ana: Actor;
  let ben: Actor;

  beforeAll(async () => {
    hub = await channelHub(database);
    resolver = new ChannelResolver(hub.service, hub.members, hub.people);
    [ana, ben] = [await hub.member(), await hub.member()];
  });
  afterAll(() => hub.close());

  /** The names of the statements that the work runs. */
  const statementsOf = async (work: () => Promise<unknown>) => {
    const before = hub.sql.ran.length;
    await work();
    return hub.sql.ran.slice(before);
  };

  it('takes exactly one of id and slug', async () => {
    const channel = await hub.channel(ana, 'PUBLIC');
    expect(await resolver.channel(ana, { id: channel.id })).toMatchObject({ slug: channel.slug });
    expect(await resolver.channel(ana, { slug: channel.slug, id: null })).toMatchObject({ id: channel.id });
    expect(await resolver.channel(ana, { id: ana.memberId })).toBeUndefined();
    expect(await resolver.channel(ana, { slug: 'no-such-channel' })).toBeUndefined();
    const wrong: ChannelArgs[] = [{}, { id: channel.id, slug: channel.slug }, { id: null, slug: null }];
    for (const args of wrong) {
      await expect(resolver.channel(ana, args)).rejects.toMatchObject({ reason: 'channel.one_of_id_and_slug' });
    }
  });

  it('needs one statement for access, membership and the channel itself', async () => {
    const channel = await hub.channel(ana, 'PUBLIC');
    const context = hub.contextOf(ana);
    const ran = await statementsOf(async () => {
      const found = (await resolver.channel(ana, { slug: channel.slug }))!;
      expect(resolver.viewerIsMember(found, {}, context)).toBe(true);
      expect(resolver.viewerInvolvement(found, {}, context)).toBe('FOLLOWING');
    });
    expect(ran).toEqual(['channels.readable_by_slug']);
  });

  it('needs one statement for the memberships of many channels, and one for their people', async () => {
    const channels = await Promise.all([
      hub.channel(ana, 'PUBLIC', [ben]),
      hub.channel(ben, 'PUBLIC'),
      hub.channel(ana, 'PRIVATE'),
    ]);
    // As threads carry them: from the directory, without a membership.
    const entries = channels.map(({ key }) => hub.directory.get(key));
    const context = hub.contextOf(ben);
    const ran = await statementsOf(async () => {
      const [isMember, involvement, people] = await Promise.all([
        Promise.all(entries.map((entry) => resolver.viewerIsMember(entry, {}, context))),
        Promise.all(entries.map((entry) => resolver.viewerInvolvement(entry, {}, context))),
        Promise.all(entries.map((entry) => resolver.members(entry, {}, context))),
      ]);
      expect(isMember).toEqual([true, true, false]);
      expect(involvement).toEqual(['FOLLOWING', 'FOLLOWING', 'MUTED']);
      expect(people.map((page) => page.nodes.map((person) => person.key).sort())).toEqual([
        [ana.memberId, ben.memberId].sort(),
        [ben.memberId],
        [],
      ]);
    });
    expect(ran.filter((name) => name.startsWith('channel_members'))).toHaveLength(2);
    expect(ran.filter((name) => name.startsWith('channels'))).toEqual([]);
  });

  it('goes through people page by page, by name, without those who are gone', async () => {
    const people = await Promise.all(['dan', 'eve', 'fay'].map((handle) => hub.member('MEMBER', { handle })));
    const channel = await hub.channel(await hub.member('MEMBER', { handle: 'gus' }), 'PUBLIC', people);
    await database.dataSource.query('update members set deactivated_at = now() where id = $1', [people[1]!.memberId]);
    const context = hub.contextOf(ana);
    const first = await hub.members.page(context, channel.key, { first: 2 });
    expect(first.nodes.map((it) => it.name)).toEqual(['dan', 'fay']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await hub.members.page(context, channel.key, { first: 2, after: first.pageInfo.endCursor });
    expect(rest.nodes.map((it) => it.name)).toEqual(['gus']);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('goes through channels page by page, by name', async () => {
    const viewer = await hub.member('GUEST');
    for (const name of ['b', 'a', 'c', 'b']) {
      await hub.creation.create(ana, { name, purpose: '', visibility: 'PRIVATE', memberIds: [viewer.memberId] });
    }
    for (const page of [
      (after?: string | null) => hub.service.page(viewer, { first: 3, after }),
      (after?: string | null) => hub.service.pageOfMember(viewer.memberId, { first: 3, after }),
    ]) {
      const first = await page();
      const rest = await page(first.pageInfo.endCursor);
      expect([...first.nodes, ...rest.nodes].map((it) => it.name)).toEqual(['a', 'b', 'b', 'c']);
      expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    }
  });

  it('shows in every process what one has changed', async () => {
    const elsewhere = await channelHub(database);
    const [first, second] = [await hub.channel(ana, 'PUBLIC'), await hub.channel(ana, 'PUBLIC')];
    const textElsewhere = async (id: string) => (await elsewhere.service.require(ana, id)).agreement.text;
    expect(await Promise.all([first, second].map(({ key }) => textElsewhere(key)))).toEqual(['', '']);
    await hub.agreements.updateChannel(ana, first.key, { text: 'Own.' });
    await hub.agreements.updateOrganization(await hub.member('OWNER'), { text: 'All.' });
    await hub.pubsub.check();
    await elsewhere.pubsub.check();
    expect(await Promise.all([first, second].map(({ key }) => textElsewhere(key)))).toEqual(['Own.', 'All.']);
    await elsewhere.close();
  });
});
