import { GroupService } from '#identity';
import { type Actor, globalId, type Id, localId, newId } from '#kernel';
import { type AskingHub, askingHub, MONDAY, refused } from '../../test/support/asking-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { askInput } from './expectation.inputs.js';

const database = testDatabase();

/** A group is whoever is in it when a post is sent. */
describe('groups as recipients', () => {
  let hub: AskingHub;
  let groups: GroupService;
  let owner: Actor;
  let ada: Actor & { handle: string };
  let mira: Actor & { handle: string };
  let noor: Actor & { handle: string };
  let channelId: Id;
  let count = 0;

  beforeAll(async () => {
    hub = await askingHub(database);
    groups = hub.get(GroupService);
  }, 90_000);
  afterAll(() => hub?.close());
  beforeEach(async () => {
    hub.clock.setTo(MONDAY);
    owner = await hub.member('UTC', { role: 'OWNER' });
    [ada, mira, noor] = [await hub.member(), await hub.member(), await hub.member()];
    channelId = await hub.channel(ada, [mira, noor]);
  });

  const group = (...people: Actor[]) =>
    groups.create(
      owner,
      `group-${++count}`,
      'The night shift',
      people.map(({ memberId }) => memberId),
    );
  const ask = (recipientIds: string[], more: object = {}) =>
    hub.open(ada, channelId, askInput({ kind: 'REPLY', recipientIds }), more);
  const asked = async (posted: { post: { key: Id } }) =>
    (await hub.owed(posted.post.key)).map(({ recipient }) => recipient).sort();
  const ids = (...people: Actor[]) => people.map(({ memberId }) => memberId).sort();

  it('asks each of them once, beside people named, and never the author', async () => {
    const { id } = await group(ada, mira, noor);
    expect(await asked(await ask([id]))).toEqual(ids(mira, noor));
    expect(await asked(await ask([id, globalId('Member', mira.memberId)]))).toEqual(ids(mira, noor));
  });

  it('leaves out who cannot read the channel, and who has left', async () => {
    const { id } = await group(mira, noor);
    const closed = await hub.channel(ada, [mira], 'PRIVATE');
    const posted = await hub.open(ada, closed, askInput({ kind: 'REPLY', recipientIds: [id] }));
    expect(await asked(posted)).toEqual(ids(mira));
    await hub.membership.deactivate(owner, mira.memberId);
    expect(await asked(await ask([id]))).toEqual(ids(noor));
  });

  it('is refused where nobody of it is left, it is not there, or it is too many', async () => {
    const empty = await group();
    expect((await refused(ask([empty.id]))).reason).toBe('expectation.no_recipients');
    const unknown = globalId('Group', newId());
    expect(await refused(ask([unknown]))).toEqual({
      reason: 'expectation.unknown_recipient',
      data: { ids: [unknown] },
    });
    const many = await group(...(await Promise.all(Array.from({ length: 26 }, () => hub.member()))));
    expect((await refused(ask([many.id]))).reason).toBe('expectation.too_many_recipients');
  });

  it('is mentioned by its handle', async () => {
    const { handle } = await group(mira, noor);
    const posted = await hub.open(ada, channelId, { kind: 'REPLY' }, { body: `What now, @${handle}?` });
    expect(await asked(posted)).toEqual(ids(mira, noor));
  });

  it('is changed by who manages members alone, and seen by all', async () => {
    const made = await group(mira);
    const id = localId('Group', made.id);
    expect((await refused(groups.update(ada, id, { name: 'Mine' }))).reason).toBe('member.administrators_only');
    const changed = await groups.update(owner, id, { name: 'The day shift', memberIds: ids(mira, noor) });
    expect(changed).toMatchObject({ name: 'The day shift', handle: made.handle });
    expect(changed.members.map(({ key }) => key).sort()).toEqual(ids(mira, noor));
    expect((await groups.all()).map(({ id: one }) => one)).toContain(made.id);
    expect((await refused(groups.create(owner, made.handle, 'Again', []))).reason).toBe('group.handle_taken');
    expect((await refused(groups.create(owner, mira.handle, 'Mira', []))).reason).toBe('group.handle_taken');
    expect((await refused(groups.create(owner, 'ok-handle', ' ', []))).reason).toBe('group.bad_name');
    await groups.remove(owner, id);
    expect((await refused(groups.remove(owner, id))).reason).toBe('group.not_found');
  });
});
