import { statement } from '#database';
import { AbsenceService, CalendarService } from '#identity';
import type { Actor, Id } from '#kernel';
import { type AskingHub, askingHub } from '../../test/support/asking-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { DigestService } from './digest.service.js';
import { DigestScheduleService } from './digest-schedule.service.js';

const involve = statement(
  'spec.involve_thread',
  `insert into thread_readers (thread_id, member_id, involvement) values ($1, $2, $3)
   on conflict (thread_id, member_id) do update set involvement = excluded.involvement`,
);
const asked = statement('spec.asked_digests', `select payload from outbox where job = 'attention.make_digest'`);
const nextAt = statement(
  'spec.next_digest',
  'select next_at, covered_until from digest_schedules where member_id = $1',
);

const START = '2026-11-23T08:00:00.000Z';

describe('what a digest holds', () => {
  const database = testDatabase();
  let hub: AskingHub;
  let ada: Actor & { handle: string };
  let mira: Actor & { handle: string };
  let channelId: Id;

  beforeAll(async () => {
    hub = await askingHub(database);
  });
  afterAll(() => hub.close());

  beforeEach(async () => {
    hub.clock.setTo('2026-11-23T09:00:00.000Z');
    ada = await hub.member();
    mira = await hub.member();
    channelId = await hub.channel(ada, [mira]);
  });

  const sections = async (who: Actor, end = hub.clock.now().toISOString()) =>
    ((await hub.get(DigestService).preview(who, START, end))?.contents ?? []).map(({ kind, items }) => [
      kind,
      items.map(({ postId }) => postId),
    ]);
  const ask = (withinWorkingHours: number) =>
    hub.open(ada, channelId, { kind: 'REPLY', recipientIds: [mira.memberId], timing: { withinWorkingHours } });

  it('comes in its order: owed, answers, mentions, conclusions, followed, for information', async () => {
    const mine = await hub.open(mira, channelId, { kind: 'REPLY', recipientIds: [ada.memberId] });
    const answer = await hub.reply(ada, mine.thread.key);
    const owed = await ask(4);
    const mention = await hub.open(ada, channelId, { kind: 'FYI' }, { body: `Look, @${mira.handle}` });
    const concluded = await hub.open(ada, channelId, { kind: 'FYI' });
    await hub.concluding.conclude(ada, concluded.thread.key, 'So be it.', false);
    const followed = await hub.open(ada, channelId, { kind: 'FYI' });
    const told = await hub.open(ada, channelId, { kind: 'FYI' });
    await hub.sql.rows(involve, [told.thread.key, mira.memberId, 'DIGEST']);
    hub.clock.advanceMs(60_000);
    expect(await sections(mira)).toEqual([
      ['YOU_OWE', [owed.post.key]],
      ['ANSWERS_TO_YOU', [answer.post.key]],
      ['MENTIONS', [mention.post.key]],
      ['CONCLUSIONS', [concluded.post.key]],
      ['FOLLOWED', [followed.post.key]],
      ['FYI', [told.post.key]],
    ]);
  });

  it('has what is overdue first', async () => {
    const later = await ask(7);
    const overdue = await ask(1);
    const whenever = await hub.open(ada, channelId, { kind: 'REPLY', recipientIds: [mira.memberId] });
    hub.clock.setTo('2026-11-23T12:00:00.000Z');
    expect(await sections(mira)).toEqual([['YOU_OWE', [overdue, later, whenever].map(({ post }) => post.key)]]);
  });

  it('leaves out what is muted, except for what is owed', async () => {
    const owed = await ask(4);
    const mention = await hub.open(ada, channelId, { kind: 'FYI' }, { body: `Look, @${mira.handle}` });
    for (const { thread } of [owed, mention]) await hub.sql.rows(involve, [thread.key, mira.memberId, 'MUTED']);
    hub.clock.advanceMs(60_000);
    expect(await sections(mira)).toEqual([['YOU_OWE', [owed.post.key]]]);
  });

  it('leaves out what was taken away, and holds nothing where there is nothing to say', async () => {
    expect(await sections(mira)).toEqual([]);
    expect(
      await hub.get(DigestService).make(mira.memberId, START, hub.clock.now().toISOString(), true),
    ).toBeUndefined();
  });

  it('is one catch-up after an absence, over all of it', async () => {
    const schedules = hub.get(DigestScheduleService);
    await schedules.askForDue();
    await hub
      .get(AbsenceService)
      .add(mira, { from: '2026-11-24', to: '2026-12-04', note: null, delegateId: null } as never);
    const covered = (await hub.sql.row<{ next_at: string; covered_until: string }>(nextAt, [mira.memberId]))!;
    expect(covered.next_at).toBe('2026-12-07T08:00:00.000Z');
    await ask(4);
    for (let day = 24; day <= 30; day++) {
      hub.clock.setTo(`2026-11-${day}T08:30:00.000Z`);
      await schedules.askForDue();
    }
    const of = async () =>
      (await hub.sql.rows<{ payload: { memberId: Id; periodStart: string; periodEnd: string } }>(asked, []))
        .map(({ payload }) => payload)
        .filter(({ memberId }) => memberId === mira.memberId);
    expect(await of()).toEqual([]);
    hub.clock.setTo('2026-12-07T08:00:00.000Z');
    await schedules.askForDue();
    expect((await hub.sql.row<{ covered_until: string }>(nextAt, [mira.memberId]))!.covered_until).toBe(
      '2026-12-07T08:00:00.000Z',
    );
    expect((await hub.get(CalendarService).of([mira.memberId])).size).toBe(1);
    await hub.get(DigestService).make(mira.memberId, covered.covered_until, '2026-12-07T08:00:00.000Z', false);
    const { nodes } = await hub.get(DigestService).page(mira, { first: 5 });
    expect(nodes.map(({ periodStart, periodEnd }) => [periodStart, periodEnd])).toEqual([
      ['2026-11-23T09:00:00.000Z', '2026-12-07T08:00:00.000Z'],
    ]);
  });
});
