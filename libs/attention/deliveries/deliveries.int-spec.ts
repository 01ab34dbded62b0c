import { statement } from '#database';
import { SecondThoughtsService } from '#expectations';
import { CalendarService } from '#identity';
import type { Actor, Id } from '#kernel';
import { PostService } from '#threads';
import { type AskingHub, askingHub, nineToFive } from '../../../test/support/asking-hub.js';
import { testDatabase } from '../../../test/support/database.js';
import { Delivering } from './delivering.service.js';
import { DeliveryReading } from './delivery-reading.service.js';
import { DeliverySettingsService } from './delivery-settings.service.js';
import { DeliveryPlanning } from './planning.service.js';

const all = statement(
  'spec.deliveries',
  `select kind, route, rule, planned_at, delivered_at, dropped_at, handed_at from deliveries where member_id = $1 order by happened_at, kind, route`,
);
const involve = statement(
  'spec.involve',
  `insert into thread_readers (thread_id, member_id, involvement) values ($1, $2, $3)
   on conflict (thread_id, member_id) do update set involvement = excluded.involvement`,
);
const read = statement('spec.read', 'update thread_readers set read_number = 100 where member_id = $1');
const history = statement(
  'spec.reminded',
  `select count(*)::int as count from expected_response_events where action = 'REMINDED' and expected_response_id = $1`,
);

interface Row {
  kind: string;
  route: string;
  rule: string;
  planned_at: string | null;
  delivered_at: string | null;
  dropped_at: string | null;
}

describe('deliveries', () => {
  const database = testDatabase();
  let hub: AskingHub;
  let ada: Actor;
  let mira: Actor & { handle: string };
  let yuki: Actor & { handle: string };
  let channelId: Id;

  beforeAll(async () => {
    hub = await askingHub(database);
  });
  afterAll(() => hub.close());

  beforeEach(async () => {
    await round();
    hub.clock.setTo('2026-11-23T09:00:00.000Z');
    ada = await hub.member();
    mira = await hub.member();
    yuki = await hub.member('Asia/Tokyo');
    channelId = await hub.channel(ada, [mira, yuki]);
  });

  async function round(): Promise<void> {
    await hub.get(DeliveryPlanning).planNew();
    await hub.get(Delivering).deliverDue();
  }

  const at = async (instant: string): Promise<void> => {
    hub.clock.setTo(instant);
    await round();
  };

  /** `KIND ROUTE RULE: delivered 10:00`, of Monday unless the day is named. */
  const of = async (who: Actor, kind?: string): Promise<string[]> => {
    const rows = await hub.sql.rows<Row>(all, [who.memberId]);
    return rows
      .filter((row) => !kind || row.kind === kind)
      .map((row) => {
        const state = row.dropped_at
          ? 'dropped'
          : row.delivered_at
            ? 'delivered'
            : row.planned_at
              ? 'planned'
              : 'digest';
        const instant = row.dropped_at ?? row.delivered_at ?? row.planned_at;
        return `${row.kind} ${row.route} ${row.rule}: ${state}${instant ? ` ${instant.slice(8, 16).replace('T', ' ')}` : ''}`;
      });
  };

  const ask = (recipients: Actor[], timing: object | null = null) =>
    hub.open(ada, channelId, {
      kind: 'REPLY',
      recipientIds: recipients.map(({ memberId }) => memberId),
      timing: timing as never,
    });

  it('reach who works at once, and who sleeps in the morning', async () => {
    await ask([mira, yuki]);
    await round();
    expect(await of(mira)).toEqual(['ASKED IN_APP WORKING_TIME: delivered 23 09:00']);
    // 18:00 in Tokyo: tomorrow at nine there.
    expect(await of(yuki, 'ASKED')).toEqual(['ASKED IN_APP OUTSIDE_WORKING_TIME: planned 24 00:00']);
    await at('2026-11-24T00:00:00.000Z');
    expect(await of(yuki, 'ASKED')).toEqual(['ASKED IN_APP OUTSIDE_WORKING_TIME: delivered 24 00:00']);
    expect(await of(ada)).toEqual([]);
  });

  it('are planned once and delivered once, however many workers there are', async () => {
    await Promise.all(Array.from({ length: 6 }, () => ask([mira])));
    const workers = Array.from({ length: 4 }, () => hub.get(DeliveryPlanning).planNew());
    expect((await Promise.all(workers)).reduce((sum, one) => sum + one, 0)).toBe(6);
    const delivered = await Promise.all(Array.from({ length: 4 }, () => hub.get(Delivering).deliverDue()));
    expect(delivered.reduce((sum, one) => sum + one, 0)).toBe(6);
    expect(await of(mira, 'ASKED')).toHaveLength(6);
  });

  it('are dropped where they were answered before their time', async () => {
    const { thread } = await ask([yuki]);
    await round();
    await hub.reply(yuki, thread.key);
    await round();
    await at('2026-11-24T00:00:00.000Z');
    expect(await of(yuki, 'ASKED')).toEqual(['ASKED IN_APP SETTLED: dropped 24 00:00']);
    expect(await of(ada)).toEqual(['ANSWERED IN_APP WORKING_TIME: delivered 23 09:00']);
  });

  it('know since when something stands in the inbox, however late the worker looks', async () => {
    await ask([mira, yuki]);
    hub.clock.setTo('2026-11-23T20:00:00.000Z');
    await round();
    expect(await of(mira, 'ASKED')).toEqual(['ASKED IN_APP WORKING_TIME: delivered 23 09:00']);
    await at('2026-11-24T11:00:00.000Z');
    expect(await of(yuki, 'ASKED')).toEqual(['ASKED IN_APP OUTSIDE_WORKING_TIME: delivered 24 00:00']);
  });

  it('follow a calendar that has changed meanwhile', async () => {
    await ask([yuki]);
    await round();
    await hub.absences.add(yuki, { from: '2026-11-24', to: '2026-11-25' } as never).catch(() => undefined);
    const early = nineToFive.map((one) => ({ ...one, startMinute: 420 }));
    await hub.get(CalendarService).updateHours(yuki, 'Asia/Tokyo', early);
    await round();
    const [row] = await of(yuki, 'ASKED');
    expect(row).toMatch(/planned 2[3-6] 22:00$/);
  });

  it('tell each person once of one post, by what asks most of them', async () => {
    const { thread } = await hub.open(ada, channelId, { kind: 'FYI' });
    await round();
    await hub.sql.rows(involve, [thread.key, mira.memberId, 'FOLLOWING']);
    await hub.reply(
      ada,
      thread.key,
      { kind: 'REPLY', recipientIds: [mira.memberId] },
      { body: `Well, @${mira.handle}?` },
    );
    await hub.reply(ada, thread.key, null, { body: `And @${mira.handle}, look.` });
    await hub.reply(ada, thread.key, null, { body: 'No more than that.' });
    await round();
    expect((await of(mira)).map((line) => line.split(' ')[0])).toEqual(['ASKED', 'FOLLOWED', 'MENTIONED']);
    expect(await of(yuki)).toEqual([]);
  });

  it('tell whom an edited post names, once, and nobody who was named before', async () => {
    const { post } = await hub.open(ada, channelId, { kind: 'FYI' }, { body: `See, @${mira.handle}` });
    await round();
    for (const body of [`See, @${mira.handle} and @${yuki.handle}`, `Do see, @${mira.handle} and @${yuki.handle}`]) {
      await hub.get(PostService).edit(ada, post.key, body);
    }
    await round();
    expect(await of(mira)).toEqual(['MENTIONED IN_APP WORKING_TIME: delivered 23 09:00']);
    expect(await of(yuki)).toEqual(['MENTIONED IN_APP OUTSIDE_WORKING_TIME: planned 24 00:00']);
  });

  it('keep to the involvement, except for what is owed', async () => {
    const { thread } = await hub.open(ada, channelId, { kind: 'FYI' });
    for (const [who, involvement] of [
      [mira, 'MUTED'],
      [yuki, 'DIGEST'],
    ] as const) {
      await hub.sql.rows(involve, [thread.key, who.memberId, involvement]);
    }
    await hub.reply(ada, thread.key, null, { body: `@${mira.handle} @${yuki.handle}` });
    await round();
    expect(await of(mira)).toEqual([]);
    // Without a schedule there is no digest to leave it to.
    expect(await of(yuki)).toEqual([]);
    await hub.reply(ada, thread.key, { kind: 'ACKNOWLEDGE', recipientIds: [mira.memberId] });
    await round();
    expect(await of(mira)).toEqual(['ASKED IN_APP WORKING_TIME: delivered 23 09:00']);
  });

  it('come in batches where the member chose so, and not at all where they have read it', async () => {
    await hub.get(DeliverySettingsService).update(mira, { batchHours: 2 });
    const { thread } = await hub.open(ada, channelId, null, { body: `See, @${mira.handle}` });
    await round();
    expect(await of(mira)).toEqual(['MENTIONED IN_APP BATCHED: planned 23 11:00']);
    await hub.reply(ada, thread.key, null, { body: `And @${mira.handle}` });
    await at('2026-11-23T11:00:00.000Z');
    expect((await of(mira)).map((line) => line.split(': ')[1])).toEqual(['delivered 23 11:00', 'delivered 23 11:00']);
    await hub.reply(ada, thread.key, null, { body: `Again, @${mira.handle}` });
    await round();
    await hub.sql.rows(involve, [thread.key, mira.memberId, null]);
    await hub.sql.rows(read, [mira.memberId]);
    await at('2026-11-23T13:00:00.000Z');
    expect((await of(mira)).at(-1)).toBe('MENTIONED IN_APP ALREADY_READ: dropped 23 13:00');
  });

  it('tell of an answer, a refusal, a conclusion', async () => {
    const { post, thread } = await ask([mira]);
    await hub.reply(mira, thread.key);
    const second = await ask([mira]);
    const [owed] = await hub.owed(second.post.key);
    await hub.answers.decline(mira, owed!.id, 'I am not the one to ask.');
    await hub.concluding.conclude(ada, second.thread.key, 'We leave it.', false);
    await round();
    expect(await of(ada)).toEqual([
      'ANSWERED IN_APP WORKING_TIME: delivered 23 09:00',
      'ANSWERED IN_APP WORKING_TIME: delivered 23 09:00',
    ]);
    expect(await of(mira, 'CONCLUDED')).toEqual(['CONCLUDED IN_APP WORKING_TIME: delivered 23 09:00']);
    expect(post.key).not.toBe(second.post.key);
  });

  it('tell the author of each due time that moved', async () => {
    await ask([mira], { withinWorkingHours: 4 });
    await round();
    const late = nineToFive.map((one) => ({ ...one, startMinute: 660 }));
    await hub.get(CalendarService).updateHours(mira, 'Europe/Berlin', late);
    await round();
    expect(await of(ada)).toEqual(['DUE_MOVED IN_APP WORKING_TIME: delivered 23 09:00']);
  });

  describe('a reminder', () => {
    const reminders = (who: Actor) => of(who, 'REMINDER');

    it('comes once, at half of the working time, and stands in the history', async () => {
      const { post } = await ask([mira], { withinWorkingHours: 4 });
      await round();
      expect(await reminders(mira)).toEqual(['REMINDER IN_APP WORKING_TIME: planned 23 11:00']);
      await at('2026-11-23T11:00:00.000Z');
      await at('2026-11-23T11:30:00.000Z');
      expect(await reminders(mira)).toEqual(['REMINDER IN_APP WORKING_TIME: delivered 23 11:00']);
      const [owed] = await hub.owed(post.key);
      expect(owed!.history).toEqual(['ASKED', 'REMINDED']);
    });

    it('does not come after the answer, and comes again when the answer is taken back', async () => {
      const { post } = await ask([mira], { withinWorkingHours: 4 });
      await round();
      const [owed] = await hub.owed(post.key);
      hub.clock.setTo('2026-11-23T10:58:00.000Z');
      await hub.get(SecondThoughtsService).fulfil(mira, owed!.id, {});
      await at('2026-11-23T11:00:00.000Z');
      expect(await reminders(mira)).toEqual(['REMINDER IN_APP SETTLED: dropped 23 11:00']);
      await hub.get(SecondThoughtsService).undo(mira, owed!.id);
      await round();
      expect(await reminders(mira)).toEqual(['REMINDER IN_APP WORKING_TIME: delivered 23 11:00']);
    });

    it('moves with the due time, and comes not after it', async () => {
      const { post } = await ask([mira], { withinWorkingHours: 2 });
      await round();
      const [owed] = await hub.owed(post.key);
      await hub.answers.propose(mira, owed!.id, '2026-11-24T16:00:00.000Z', null);
      await hub.answers.answerProposal(ada, owed!.id, true);
      await round();
      expect(await reminders(mira)).toEqual(['REMINDER IN_APP WORKING_TIME: planned 24 12:00']);
      await at('2026-11-24T17:00:00.000Z');
      expect(await reminders(mira)).toEqual(['REMINDER IN_APP TOO_LATE: dropped 24 17:00']);
    });

    it('waits until what was put off is back', async () => {
      const { post } = await ask([mira], { withinWorkingHours: 6 });
      await round();
      const [owed] = await hub.owed(post.key);
      await hub.get(SecondThoughtsService).putOff(mira, owed!.id, '2026-11-23T14:00:00.000Z');
      await at('2026-11-23T12:00:00.000Z');
      expect(await reminders(mira)).toEqual(['REMINDER IN_APP OUTSIDE_WORKING_TIME: planned 23 14:00']);
    });

    it('does not hold up somebody who changes their hours at that moment', async () => {
      for (let n = 0; n < 12; n++) await ask([mira], { withinWorkingHours: 4 });
      await round();
      hub.clock.setTo('2026-11-23T11:00:00.000Z');
      const hours = (startMinute: number) =>
        hub.get(CalendarService).updateHours(
          mira,
          'Europe/Berlin',
          nineToFive.map((one) => ({ ...one, startMinute })),
        );
      const work = [
        hours(480),
        hub.get(Delivering).deliverDue(),
        hours(500),
        hub.get(Delivering).deliverDue(),
        hours(540),
      ];
      await expect(Promise.all(work)).resolves.toHaveLength(5);
      await round();
      expect((await reminders(mira)).every((line) => line.endsWith('delivered 23 11:00'))).toBe(true);
    });

    it('is written once by two workers at once', async () => {
      const { post } = await ask([mira], { withinWorkingHours: 4 });
      await round();
      hub.clock.setTo('2026-11-23T11:00:00.000Z');
      await Promise.all(Array.from({ length: 5 }, () => hub.get(Delivering).deliverDue()));
      const [owed] = await hub.owed(post.key);
      expect(await hub.sql.row(history, [owed!.id])).toEqual({ count: 1 });
    });
  });

  it('can be read by their member alone, each with its reason', async () => {
    await ask([mira, yuki]);
    await round();
    expect((await hub.get(DeliveryReading).page(yuki, { first: 10 })).nodes).toEqual([]);
    await at('2026-11-24T00:00:00.000Z');
    const page = await hub.get(DeliveryReading).page(yuki, { first: 10 });
    expect(page.nodes).toHaveLength(1);
    expect(page.nodes[0]).toMatchObject({
      kind: 'ASKED',
      route: 'IN_APP',
      reason: {
        rule: 'OUTSIDE_WORKING_TIME',
        deliverAt: '2026-11-24T00:00:00.000Z',
        localTime: '2026-11-24T09:00',
        timeZone: 'Asia/Tokyo',
      },
    });
    expect(await hub.get(DeliveryReading).find(mira, page.nodes[0]!.key)).toBeUndefined();
  });
});
