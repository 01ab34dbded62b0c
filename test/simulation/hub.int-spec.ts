import { Delivering, DeliveryPlanning, DigestScheduleService, DigestService } from '#attention';
import { statement } from '#database';
import type { Actor, Id } from '#kernel';
import type { WorkingCalendar } from '#working-time';
import { SeededRandom } from '../../bench/seeded-random.js';
import { type AskingHub, askingHub } from '../support/asking-hub.js';
import { testDatabase } from '../support/database.js';
import { MinuteYear, WallOfZone } from './minute-year.js';
import { person, zones } from './people.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Clocks change in Europe on the 29th, in Lebanon on the 29th, in Chile and down under on the 5th. */
const FROM = Date.parse('2026-03-23T00:00:00Z');
const DAYS = 16;
const MEMBERS = 40;
const POSTS = 240;

const setDigest = statement(
  'spec.set_digest',
  `insert into digest_schedules (member_id, times, days, by_email, enabled, covered_until, next_at)
   values ($1, $2, $3, false, $4, $5, null)`,
);
const setBatch = statement(
  'spec.set_batch',
  `insert into delivery_settings (member_id, batch_hours, email_for, push_for, webhook_for) values ($1, $2, '{}', '{}', '{}')`,
);
const soonest = statement(
  'spec.soonest',
  `select least(
     (select min(planned_at) from deliveries where handed_at is null and delivered_at is null and dropped_at is null),
     (select min(next_at) from digest_schedules)) as at`,
);
const dueDigests = statement(
  'spec.due_digests',
  'select member_id, covered_until, next_at, by_email from digest_schedules where next_at <= $1',
);
const owedNow = statement(
  'spec.owed_now',
  `select id from expected_responses where recipient_id = $1 and status = 'OPEN' and deliver_at <= $2 order by id`,
);
const digestAt = statement('spec.digest_at', 'select sections from digests where member_id = $1 and period_end = $2');
const told = statement(
  'spec.told',
  `select d.member_id, d.event_key, d.kind, d.rule, d.delivered_at, d.dropped_at, d.expected_response_id, r.deliver_at, r.closed_at
   from deliveries d left join expected_responses r on r.id = d.expected_response_id where d.route = 'IN_APP'`,
);
const allResponses = statement(
  'spec.all_responses',
  'select id, recipient_id, deliver_at, closed_at, status from expected_responses',
);

interface Told {
  member_id: Id;
  event_key: string;
  kind: string;
  rule: string;
  delivered_at: string | null;
  dropped_at: string | null;
  expected_response_id: Id | null;
  deliver_at: string | null;
  closed_at: string | null;
}

/** The same through the hub itself: its services, its rounds and a real Postgres, on a clock that jumps to what is next. */
describe('some weeks of a hub', () => {
  const database = testDatabase();
  const random = new SeededRandom(11);
  const people: { actor: Actor & { handle: string }; calendar: WorkingCalendar; model: MinuteYear }[] = [];
  const of = new Map<Id, (typeof people)[number]>();
  let hub: AskingHub;
  let channelId: Id;
  let digests = 0;
  const faults: string[] = [];

  beforeAll(async () => {
    hub = await askingHub(database);
    hub.clock.setTo(FROM);
    for (let n = 0; n < MEMBERS; n++) {
      const { calendar, settings, digest } = person(random, n, FROM, FROM + DAYS * DAY_MS);
      // What lies in other tables of the hub than a member's row is tried by the year on paper.
      const plain = { timeZone: zones[(n * 5) % zones.length]!, week: calendar.week, daysOff: [] };
      const actor = await hub.member(plain.timeZone, { week: [...calendar.week] });
      await hub.sql.rows(setDigest, [actor.memberId, digest.times, digest.days, digest.enabled, new Date(FROM)]);
      if (settings.batchHours) await hub.sql.rows(setBatch, [actor.memberId, settings.batchHours]);
      await hub.get(DigestScheduleService).update(actor, {});
      const wall = new WallOfZone(plain.timeZone, FROM - 2 * DAY_MS, FROM + (DAYS + 40) * DAY_MS);
      const one = { actor, calendar: plain, model: new MinuteYear(plain, wall) };
      people.push(one);
      of.set(actor.memberId, one);
    }
    const [maker, ...others] = people.map(({ actor }) => actor);
    channelId = await hub.channel(maker!, others);
  }, 120_000);
  afterAll(() => hub?.close());

  /** Everything that the worker would have done until then, each at its instant. */
  async function liveUntil(ms: number): Promise<void> {
    for (;;) {
      await hub.get(DeliveryPlanning).planNew();
      const next = (await hub.sql.row<{ at: string | null }>(soonest))?.at;
      const atMs = next ? Date.parse(next) : Number.POSITIVE_INFINITY;
      if (atMs > ms) break;
      hub.clock.setTo(Math.max(atMs, hub.clock.nowMs()));
      await hub.get(Delivering).deliverDue();
      await makeDigests();
    }
    hub.clock.setTo(ms);
  }

  async function makeDigests(): Promise<void> {
    interface Due {
      member_id: Id;
      covered_until: string;
      next_at: string;
      by_email: boolean;
    }
    const due = await hub.sql.rows<Due>(dueDigests, [hub.clock.now()]);
    if (due.length === 0) return;
    await hub.get(DigestScheduleService).askForDue();
    for (const { member_id, covered_until, next_at, by_email } of due) {
      // Twice, as a job that a crash repeats.
      for (let time = 0; time < 2; time++)
        await hub.get(DigestService).make(member_id, covered_until, next_at, by_email);
      const rows = await hub.sql.rows<{ sections: { kind: string; items: { expectedResponseId?: Id }[] }[] }>(
        digestAt,
        [member_id, next_at],
      );
      const listed = (rows[0]?.sections.find(({ kind }) => kind === 'YOU_OWE')?.items ?? [])
        .map(({ expectedResponseId }) => expectedResponseId!)
        .sort();
      const owed = (await hub.sql.rows<{ id: Id }>(owedNow, [member_id, next_at])).map(({ id }) => id);
      if (rows.length > 1) faults.push(`${rows.length} digests at ${next_at}`);
      if (listed.join() !== owed.join())
        faults.push(`the digest of ${next_at} lists ${listed.length} of ${owed.length}`);
      digests += rows.length;
    }
  }

  it('carries each thing once, in working time unless it is urgent, and digests list what is owed', async () => {
    const open: { id: Id; by: Actor; atMs: number }[] = [];
    for (let post = 0; post < POSTS; post++) {
      const atMs = FROM + Math.floor(((post + random.next()) / POSTS) * (DAYS - 4) * DAY_MS);
      for (const { id, by, atMs: answeredMs } of open
        .filter((one) => one.atMs <= atMs)
        .sort((a, b) => a.atMs - b.atMs)) {
        await liveUntil(answeredMs);
        // What was withdrawn or answered meanwhile refuses, as it should.
        await hub.answers.decline(by, id, 'Not mine.').catch((error: { reason?: string }) => {
          if (!error.reason?.startsWith('response.')) throw error;
        });
      }
      const left = open.filter((one) => one.atMs > atMs);
      open.splice(0, open.length, ...left);
      await liveUntil(atMs);
      const author = random.pick(people).actor;
      const others = people.map(({ actor }) => actor).filter(({ memberId }) => memberId !== author.memberId);
      const recipients = random.sample(others, random.integer(1, 3));
      const posted = await hub.open(
        author,
        channelId,
        asking(
          recipients.map(({ memberId }) => memberId),
          atMs,
        ) as never,
      );
      for (const { id, recipient, deliver_at } of await hub.owed(posted.post.key)) {
        if (random.chance(0.6))
          open.push({
            id,
            by: of.get(recipient)!.actor,
            atMs: Date.parse(deliver_at) + Math.floor(random.next() * 30 * HOUR_MS),
          });
      }
    }
    await liveUntil(FROM + DAYS * DAY_MS);

    const rows = await hub.sql.rows<Told>(told);
    for (const { member_id, rule, kind, delivered_at, deliver_at } of rows) {
      if (!delivered_at) continue;
      const atMs = Date.parse(delivered_at);
      if (rule !== 'URGENT_INTERRUPTS' && !of.get(member_id)!.model.isWorking(atMs))
        faults.push(`${kind} by ${rule} came outside working time, ${delivered_at}`);
      if (kind === 'ASKED' && atMs < Date.parse(deliver_at!))
        faults.push(`${kind} came before its time, ${delivered_at}`);
    }
    const keys = rows.map((row) => `${row.member_id} ${row.event_key}`);
    expect(new Set(keys).size).toBe(keys.length);
    const responses = await hub.sql.rows<{ id: Id; deliver_at: string; closed_at: string | null }>(allResponses);
    for (const { id, deliver_at, closed_at } of responses) {
      const one = rows.find(
        ({ expected_response_id, kind }) => expected_response_id === id && /ASKED|URGENT/.test(kind),
      );
      const wasOver = closed_at !== null && closed_at <= deliver_at;
      const isStillAhead = Date.parse(deliver_at) > FROM + DAYS * DAY_MS;
      if (!one?.delivered_at && !wasOver && !isStillAhead) faults.push(`what was asked for ${deliver_at} is lost`);
      if (one?.delivered_at && one.kind === 'ASKED' && one.delivered_at !== deliver_at)
        faults.push(`what was asked for ${deliver_at} came ${one.delivered_at}`);
    }
    expect(faults).toEqual([]);
    expect(responses.length).toBeGreaterThan(POSTS);
    expect(digests).toBeGreaterThan(MEMBERS);
    expect(rows.filter(({ delivered_at }) => delivered_at).length).toBeGreaterThan(POSTS);
  }, 240_000);

  function asking(recipientIds: readonly Id[], atMs: number) {
    const kind = random.next();
    if (kind < 0.15) return { kind: 'ACKNOWLEDGE', recipientIds };
    if (kind < 0.5) return { kind: 'REPLY', recipientIds, timing: { withinWorkingHours: random.integer(1, 80) / 4 } };
    if (kind < 0.75) return { kind: 'REPLY', recipientIds, timing: { withinWorkingDays: random.integer(0, 4) } };
    if (kind < 0.95)
      return {
        kind: 'REPLY',
        recipientIds,
        timing: { by: new Date(atMs + random.integer(2, 120) * HOUR_MS).toISOString() },
      };
    const now = { needsImmediateResponse: true, respectsTheirTime: true, reason: 'The orchard is on fire.' };
    return { kind: 'REPLY', recipientIds, timing: { now } };
  }
});
