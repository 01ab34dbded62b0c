import { statement } from '#database';
import { type Actor, roles } from '#kernel';
import { type ChannelHub, channelHub } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { channelVisibilities } from './channel.entity.js';
import { type ChannelFacts, mayRead, mayWrite } from './channel.policy.js';
import type { ChannelView } from './channel.service.js';
import { readableChannel, writableChannel } from './channel-access.js';

const names = { channel: 'c', viewer: '$1', isGuest: '$2' };
const rules = statement(
  'spec.rules',
  `select ${readableChannel(names)} as readable, ${writableChannel(names)} as writable from channels c where c.id = $3`,
);

interface Case extends ChannelFacts {
  actor: Actor;
  channel: ChannelView;
}

const bools = [true, false];

describe('access to channels', () => {
  const database = testDatabase({ entities: [] });
  let hub: ChannelHub;
  /** Every role, with and without membership, in channels of every visibility, archived or not, with others in them. */
  const cases: Case[] = [];

  beforeAll(async () => {
    hub = await channelHub(database);
    const [maker, other] = [await hub.member(), await hub.member('GUEST')];
    for (const role of roles) {
      const actor = await hub.member(role);
      for (const visibility of channelVisibilities) {
        for (const isMember of bools) {
          for (const isArchived of bools) {
            // Another person each time: the same circle has one DIRECT channel.
            const people = [other, await hub.member(), ...(isMember ? [actor] : [])];
            const channel = await hub.channel(maker, visibility, people);
            if (isArchived) await hub.archive(channel.key);
            cases.push({ actor, channel, visibility, isMember, isArchived });
          }
        }
      }
    }
  });
  afterAll(() => hub.close());

  const named = ({ actor, visibility, isMember, isArchived }: Case) =>
    `${actor.role} ${isMember ? 'in' : 'outside'} ${isArchived ? 'archived ' : ''}${visibility}`;
  const say = async (answer: (it: Case) => unknown) =>
    Object.fromEntries(await Promise.all(cases.map(async (it) => [named(it), await answer(it)] as const)));

  it('is the same in SQL as on plain data', async () => {
    expect(cases).toHaveLength(48);
    const inSql = await say(({ actor, channel }) =>
      hub.sql.row(rules, [actor.memberId, actor.role === 'GUEST', channel.key]),
    );
    const onData = await say((it) => ({ readable: mayRead(it.actor, it), writable: mayWrite(it.actor, it) }));
    expect(inSql).toEqual(onData);
  });

  it('is open to all but guests where PUBLIC, and to members alone elsewhere', () => {
    const readers = cases.filter((it) => mayRead(it.actor, it) && !it.isMember);
    expect(new Set(readers.map((it) => it.visibility))).toEqual(new Set(['PUBLIC']));
    expect(new Set(readers.map((it) => it.actor.role))).toEqual(new Set(['OWNER', 'ADMIN', 'MEMBER']));
    expect(cases.filter((it) => it.isMember).every((it) => mayRead(it.actor, it))).toBe(true);
  });

  it('decides what is found by id and by slug', async () => {
    const mayBeFound = await say((it) => mayRead(it.actor, it));
    const isFound = (view?: ChannelView) => view !== undefined;
    expect(await say(async (it) => isFound(await hub.service.find(it.actor, it.channel.key)))).toEqual(mayBeFound);
    expect(await say(async (it) => isFound(await hub.service.findBySlug(it.actor, it.channel.slug)))).toEqual(
      mayBeFound,
    );
  });

  it('decides what is listed, with the membership', async () => {
    for (const actor of new Set(cases.map((it) => it.actor))) {
      const listed = (await hub.service.page(actor, { first: 100 })).nodes;
      const readable = cases.filter((it) => mayRead(actor, { ...it, isMember: it.isMember && it.actor === actor }));
      expect(listed.map((it) => it.key).sort()).toEqual(readable.map((it) => it.channel.key).sort());
      const own = cases.filter((it) => it.actor === actor && it.isMember).map((it) => it.channel.key);
      expect(
        listed
          .filter((it) => it.membership)
          .map((it) => it.key)
          .sort(),
      ).toEqual(own.sort());
      const ofMember = (await hub.service.pageOfMember(actor.memberId, { first: 100 })).nodes;
      expect(ofMember.map((it) => it.key).sort()).toEqual(own);
    }
  });

  it('decides who can be asked for something', async () => {
    const isReader = await say(async (it) =>
      (await hub.service.readers(it.channel.key, [it.actor.memberId])).has(it.actor.memberId),
    );
    expect(isReader).toEqual(await say((it) => mayRead(it.actor, it)));
  });

  it('decides who may write, and says why not', async () => {
    const answers = await say((it) =>
      hub.service.requireWritable(it.actor, it.channel.key).then(
        () => 'yes',
        (error: { reason: string }) => error.reason,
      ),
    );
    const expected = await say((it) =>
      mayWrite(it.actor, it) ? 'yes' : mayRead(it.actor, it) ? 'channel.archived' : 'channel.not_found',
    );
    expect(answers).toEqual(expected);
  });

  it('shows the people of a channel to its readers alone', async () => {
    const sees = await say(async (it) => {
      const page = await hub.members.page(hub.contextOf(it.actor), it.channel.key, {});
      return page.nodes.length > 0;
    });
    expect(sees).toEqual(await say((it) => mayRead(it.actor, it)));
  });
});
