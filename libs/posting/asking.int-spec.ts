import { statement } from '#database';
import { CalendarService } from '#identity';
import type { Actor, Id } from '#kernel';
import { type AskingHub, askingHub, MONDAY, refused } from '../../test/support/asking-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { ScheduledPostsService } from './scheduled-posts.service.js';

const database = testDatabase();
const justified = { needsImmediateResponse: true, respectsTheirTime: true, reason: 'The orchard is on fire.' };
const mentionsOf = statement('spec.mentions_of', 'select member_id from mentions where post_id = $1');

describe('asking', () => {
  let hub: AskingHub;
  let ada: Actor & { handle: string };
  let mira: Actor & { handle: string };
  let noor: Actor & { handle: string };
  let channelId: Id;

  beforeAll(async () => {
    hub = await askingHub(database);
  }, 90_000);
  afterAll(() => hub?.close());
  beforeEach(async () => {
    hub.clock.setTo(MONDAY);
    ada = await hub.member();
    mira = await hub.member();
    noor = await hub.member('America/New_York');
    channelId = await hub.channel(ada, [mira, noor]);
  });

  const namesOf = (...people: Actor[]) => people.map(({ memberId }) => memberId);
  const asked = async (posted: { post: { key: Id } }) =>
    (await hub.owed(posted.post.key)).map(({ recipient }) => recipient);

  describe('whom', () => {
    it('those named, never the author', async () => {
      const posted = await hub.open(ada, channelId, { kind: 'REPLY', recipientIds: namesOf(ada, mira) });
      expect(await asked(posted)).toEqual(namesOf(mira));
    });

    it('else those mentioned, else the channel', async () => {
      const mentioning = await hub.open(ada, channelId, { kind: 'REPLY' }, { body: `@${noor.handle}, what now?` });
      expect(await asked(mentioning)).toEqual(namesOf(noor));
      const everybody = await hub.open(ada, channelId, { kind: 'ACKNOWLEDGE' });
      expect((await asked(everybody)).sort()).toEqual(namesOf(mira, noor).sort());
    });

    it('never more than the agreement allows', async () => {
      const many = await Promise.all(Array.from({ length: 26 }, () => hub.member()));
      const wide = await hub.channel(ada, many);
      const all = { reason: 'expectation.too_many_recipients', data: { count: 26, most: 25 } };
      expect(await refused(hub.open(ada, wide, { kind: 'REPLY' }))).toEqual(all);
      expect(await refused(hub.open(ada, wide, { kind: 'REPLY', recipientIds: namesOf(...many) }))).toEqual(all);
      const fewer = await hub.open(ada, wide, { kind: 'REPLY', recipientIds: namesOf(...many.slice(1)) });
      expect(await asked(fewer)).toHaveLength(25);
    });

    it('guests only where they are members', async () => {
      const guest = await hub.member('Europe/Berlin', { role: 'GUEST' });
      const refusal = await refused(hub.open(ada, channelId, { kind: 'REPLY', recipientIds: namesOf(guest) }));
      expect(refusal.reason).toBe('expectation.unknown_recipient');
      const theirs = await hub.channel(ada, [guest], 'PRIVATE');
      expect(await asked(await hub.open(ada, theirs, { kind: 'REPLY', recipientIds: namesOf(guest) }))).toEqual(
        namesOf(guest),
      );
    });

    it('an FYI tells those named as somebody mentioned, and nobody owes', async () => {
      const { post } = await hub.open(ada, channelId, { kind: 'FYI', recipientIds: namesOf(mira) });
      expect(await hub.owed(post.key)).toEqual([]);
      expect(await hub.sql.rows(mentionsOf, [post.key])).toEqual([{ member_id: mira.memberId }]);
    });
  });

  describe('when', () => {
    it.each([
      ['WHENEVER', {}, [null, null]],
      ['n working hours', { withinWorkingHours: 4 }, ['2026-11-23T13:00:00.000Z', '2026-11-23T18:00:00.000Z']],
      ['this working day', { withinWorkingDays: 0 }, ['2026-11-23T16:00:00.000Z', '2026-11-23T22:00:00.000Z']],
      ['n working days', { withinWorkingDays: 1 }, ['2026-11-24T16:00:00.000Z', '2026-11-24T22:00:00.000Z']],
      ['by an instant', { by: '2026-11-25T10:00:00.000Z' }, ['2026-11-25T10:00:00.000Z', '2026-11-25T10:00:00.000Z']],
    ])('%s, on the calendar of each', async (_, timing, due) => {
      const recipientIds = namesOf(mira, noor);
      const { post } = await hub.open(ada, channelId, { kind: 'REPLY', recipientIds, timing });
      const owed = await hub.owed(post.key);
      const of = (one: Actor) => owed.find(({ recipient }) => recipient === one.memberId)!;
      expect([of(mira).deliver_at, of(noor).deliver_at]).toEqual([MONDAY, '2026-11-23T14:00:00.000Z']);
      expect([of(mira).delivered_at, of(noor).delivered_at]).toEqual([MONDAY, null]);
      expect([of(mira).due_at, of(noor).due_at]).toEqual(due);
    });

    it('moves with the calendar what is not delivered and not due; a promise stays', async () => {
      const timing = { withinWorkingHours: 4 };
      const { post } = await hub.open(ada, channelId, { kind: 'REPLY', recipientIds: namesOf(mira, noor), timing });
      const [miras, noors] = await Promise.all(
        [mira, noor].map(
          async (one) => (await hub.owed(post.key)).find(({ recipient }) => recipient === one.memberId)!,
        ),
      );
      const promisedAt = '2026-11-23T12:00:00.000Z';
      await hub.answers.acknowledge(mira, miras!.id, promisedAt);
      await hub.absences.add(noor, { from: '2026-11-23', to: '2026-11-23', note: '', delegateId: null } as never);
      await hub.get(CalendarService).updateHours(mira, 'Europe/Berlin', [
        { day: 'MONDAY', startMinute: 480, endMinute: 660 },
        { day: 'TUESDAY', startMinute: 480, endMinute: 660 },
      ]);
      const after = await hub.owed(post.key);
      const of = (id: Id) => after.find((one) => one.id === id)!;
      expect(of(noors!.id)).toMatchObject({
        deliver_at: '2026-11-24T14:00:00.000Z',
        due_at: '2026-11-24T18:00:00.000Z',
        history: ['ASKED', 'RESCHEDULED'],
      });
      // Delivered at 10:00, works until 11:00, then from 8:00: three hours more.
      expect(of(miras!.id)).toMatchObject({
        deliver_at: MONDAY,
        due_at: '2026-11-24T10:00:00.000Z',
        promised_at: promisedAt,
      });
    });
  });

  describe('urgent', () => {
    const urgent = (now: object) => ({
      kind: 'ACKNOWLEDGE' as const,
      recipientIds: namesOf(mira, noor),
      timing: { now: now as never },
    });

    it('wants both answers and a reason, and says whom it would interrupt', async () => {
      const outside = {
        memberId: expect.any(String),
        localTime: expect.any(String),
        name: noor.handle,
        wouldDeliverAt: '2026-11-23T14:00:00.000Z',
      };
      for (const wrong of [{ needsImmediateResponse: false }, { respectsTheirTime: false }, { reason: 'too short' }]) {
        expect(await refused(hub.open(ada, channelId, urgent({ ...justified, ...wrong })))).toEqual({
          reason: 'expectation.urgency_not_justified',
          data: { outsideWorkingHours: [outside] },
        });
      }
    });

    it('reaches everybody at once, within the window', async () => {
      const { post } = await hub.open(ada, channelId, urgent(justified));
      for (const one of await hub.owed(post.key)) {
        expect(one).toMatchObject({ deliver_at: MONDAY, delivered_at: MONDAY, due_at: '2026-11-23T09:15:00.000Z' });
      }
    });

    it('is published at once or not at all', async () => {
      const later = { publishAt: '2026-11-24T09:00:00.000Z' };
      expect((await refused(hub.open(ada, channelId, urgent(justified), later))).reason).toBe('expectation.bad_timing');
    });

    it('has a budget per week that two at once cannot overspend', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 6 }, () => refused(hub.open(ada, channelId, urgent(justified)))),
      );
      expect(outcomes.map(({ reason }) => reason).sort()).toEqual([
        ...Array.from({ length: 3 }, () => 'expectation.urgent_budget_spent'),
        ...Array.from({ length: 3 }, () => 'not refused'),
      ]);
      hub.clock.advanceMs(7 * 86_400_000);
      expect(await refused(hub.open(ada, channelId, urgent(justified)))).toEqual({ reason: 'not refused' });
    });
  });

  describe('once', () => {
    it('a key gives one post, however many ask at once', async () => {
      const { thread } = await hub.open(ada, channelId, null);
      const posts = await Promise.all(
        Array.from({ length: 6 }, () => hub.reply(mira, thread.key, null, { idempotencyKey: 'one' })),
      );
      expect(new Set(posts.map(({ post }) => post.key)).size).toBe(1);
      const threads = await Promise.all(
        Array.from({ length: 4 }, () => hub.open(mira, channelId, { kind: 'REPLY' }, { idempotencyKey: 'two' })),
      );
      expect(new Set(threads.map((one) => one.thread.key)).size).toBe(1);
    });

    it('a scheduled post is published once by two workers', async () => {
      const later = { publishAt: '2026-11-23T09:30:00.000Z' };
      const { post } = await hub.open(ada, channelId, { kind: 'REPLY', recipientIds: namesOf(mira) }, later);
      expect(await hub.owed(post.key)).toEqual([]);
      hub.clock.advanceMs(30 * 60_000);
      const scheduled = hub.get(ScheduledPostsService);
      const published = await Promise.all([scheduled.publishDue(), scheduled.publishDue(), scheduled.publishDue()]);
      expect(published.reduce((sum, one) => sum + one)).toBe(1);
      expect(await hub.owed(post.key)).toMatchObject([{ recipient: mira.memberId, deliver_at: later.publishAt }]);
    });
  });

  it('who is deactivated owes nothing any more, and the author sees why', async () => {
    const owner = await hub.member('Europe/Berlin', { role: 'OWNER' });
    const { post } = await hub.open(ada, channelId, { kind: 'REPLY', recipientIds: namesOf(mira, noor) });
    await hub.membership.deactivate(owner, mira.memberId);
    const owed = await hub.owed(post.key);
    expect(owed.find(({ recipient }) => recipient === mira.memberId)).toMatchObject({
      status: 'WITHDRAWN',
      note: 'This person is not here any more.',
      history: ['ASKED', 'WITHDRAWN'],
    });
    expect(owed.find(({ recipient }) => recipient === noor.memberId)).toMatchObject({ status: 'OPEN' });
  });
});
