import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import type { DeliveryRoute, DeliveryRule } from './decision.js';
import type { Candidate } from './happening.repository.js';

export type StoredRule = DeliveryRule | 'NOT_CHOSEN';

export interface DeliveryRow extends Candidate {
  id: Id;
  route: DeliveryRoute;
  rule: StoredRule;
  plannedAt: string | null;
  deliveredAt: string | null;
  droppedAt: string | null;
  failure: string | null;
}

export interface PlannedDelivery extends Candidate {
  id: Id;
  route: DeliveryRoute;
  rule: DeliveryRule;
  plannedAt: string | null;
}

/** What became of a delivery whose time had come; exactly one of the instants is new. */
export interface Outcome {
  id: Id;
  rule: StoredRule;
  planned_at?: string;
  handed_at?: string;
  delivered_at?: string;
  dropped_at?: string;
}

const columns = `d.id, d.member_id as "memberId", d.event_key as "eventKey", d.route, d.kind, d.rule, d.happened_at as "happenedAt",
  d.planned_at as "plannedAt", d.delivered_at as "deliveredAt", d.dropped_at as "droppedAt", d.failure, d.thread_id as "threadId",
  d.post_id as "postId", d.expected_response_id as "responseId", d.actor_id as "actorId"`;
const isDue = 'd.planned_at is not null and d.handed_at is null and d.delivered_at is null and d.dropped_at is null';

const insert = statement(
  'deliveries.insert',
  `insert into deliveries (id, member_id, event_key, route, kind, rule, happened_at, planned_at, thread_id, post_id, expected_response_id, actor_id)
   select id, "memberId", "eventKey", route, kind, rule, "happenedAt", "plannedAt", "threadId", "postId", "responseId", "actorId"
   from jsonb_to_recordset($1::jsonb) as n (id uuid, "memberId" uuid, "eventKey" text, route text, kind text, rule text,
     "happenedAt" timestamptz, "plannedAt" timestamptz, "threadId" uuid, "postId" uuid, "responseId" uuid, "actorId" uuid)
   on conflict (member_id, event_key, route) do nothing`,
);
const takeDue = statement(
  'deliveries.take_due',
  `select ${columns} from deliveries d where ${isDue} and d.planned_at <= $1 order by d.planned_at limit $2 for update skip locked`,
);
const settle = statement(
  'deliveries.settle',
  `update deliveries d set rule = n.rule, planned_at = coalesce(n.planned_at, d.planned_at), handed_at = n.handed_at,
     delivered_at = n.delivered_at, dropped_at = n.dropped_at, settled_at = coalesce(n.delivered_at, n.dropped_at)
   from jsonb_to_recordset($1::jsonb) as n (id uuid, rule text, planned_at timestamptz, handed_at timestamptz,
     delivered_at timestamptz, dropped_at timestamptz)
   where d.id = n.id`,
);
/** Waits for nobody: what is being delivered at this moment is being looked at anyway. */
const lookAgainAtMember = statement(
  'deliveries.look_again_at_member',
  `update deliveries set planned_at = $2 where id in (
     select d.id from deliveries d where d.member_id = $1 and ${isDue} and d.planned_at > $2 for update skip locked)`,
);
/** What was dropped because its response was settled lives again with it. */
const lookAgainAtResponses = statement(
  'deliveries.look_again_at_responses',
  `update deliveries d set planned_at = $2, dropped_at = null, settled_at = null
   where d.expected_response_id = any($1) and d.kind in ('ASKED', 'URGENT', 'REMINDER') and d.planned_at is not null
     and d.handed_at is null and d.delivered_at is null and (d.dropped_at is null or d.rule in ('SETTLED', 'TOO_LATE'))`,
);
const toldByDigest = statement(
  'deliveries.told_by_digest',
  `update deliveries set delivered_at = $2, settled_at = $2 where member_id = $1 and route = 'DIGEST' and delivered_at is null and happened_at <= $2`,
);
const handed = statement(
  'deliveries.handed',
  `select ${columns} from deliveries d
   where d.id = any($1) and d.handed_at is not null and d.delivered_at is null and d.dropped_at is null order by d.planned_at, d.id`,
);
const carried = statement(
  'deliveries.carried',
  'update deliveries set delivered_at = $2, settled_at = $2, failure = null where id = any($1) and delivered_at is null',
);
const notCarried = statement(
  'deliveries.not_carried',
  'update deliveries set failure = $2 where id = any($1) and delivered_at is null',
);
const page = statement(
  'deliveries.page',
  `select ${columns} from deliveries d
   where d.member_id = $1 and d.settled_at is not null and ($2::timestamptz is null or (d.settled_at, d.id) < ($2, $3::uuid))
   order by d.settled_at desc, d.id desc limit $4`,
);
const own = statement(
  'deliveries.own',
  `select ${columns} from deliveries d where d.id = $1 and d.member_id = $2 and d.settled_at is not null`,
);
/** How what is asked reached its recipient in the hub. */
const ofResponses = statement(
  'deliveries.of_responses',
  `select ${columns} from deliveries d
   where d.expected_response_id = any($1) and d.member_id = $2 and d.route = 'IN_APP'
     and d.kind in ('ASKED', 'URGENT') and d.delivered_at is not null`,
);
const forget = statement(
  'deliveries.forget',
  `delete from deliveries where id in (
     select id from deliveries where happened_at < $1 and (delivered_at is not null or dropped_at is not null or planned_at is null)
     limit $2)
   returning id`,
);

@Injectable()
export class DeliveryRepository {
  constructor(private readonly sql: Sql) {}

  /** What is planned already stays as it is: an event reaches nobody twice on one route. */
  async insert(planned: readonly PlannedDelivery[]): Promise<void> {
    if (planned.length > 0) await this.sql.rows(insert, [JSON.stringify(planned)]);
  }

  /** Those whose time has come, locked for the open transaction; other workers pass them by. */
  takeDue(now: Date, limit: number): Promise<DeliveryRow[]> {
    return this.sql.rows<DeliveryRow>(takeDue, [now, limit]);
  }

  async settle(outcomes: readonly Outcome[]): Promise<void> {
    if (outcomes.length > 0) await this.sql.rows(settle, [JSON.stringify(outcomes)]);
  }

  /** What waits for this member is decided anew at the next round: their calendar or their wishes are other than before. */
  async lookAgainAtMember(memberId: Id, now: Date): Promise<void> {
    await this.sql.rows(lookAgainAtMember, [memberId, now]);
  }

  async lookAgainAtResponses(ids: readonly Id[], now: Date): Promise<void> {
    if (ids.length > 0) await this.sql.rows(lookAgainAtResponses, [ids, now]);
  }

  /** A digest up to an instant was made: it has told what was left to it. */
  async toldByDigest(memberId: Id, until: Date): Promise<void> {
    await this.sql.rows(toldByDigest, [memberId, until]);
  }

  /** Of the given, those that are still to be carried. */
  handed(ids: readonly Id[]): Promise<DeliveryRow[]> {
    return this.sql.rows<DeliveryRow>(handed, [ids]);
  }

  async carried(ids: readonly Id[], at: Date): Promise<void> {
    await this.sql.rows(carried, [ids, at]);
  }

  async notCarried(ids: readonly Id[], failure: string): Promise<void> {
    await this.sql.rows(notCarried, [ids, failure]);
  }

  /** A member's that were delivered or dropped, newest first. What is held is held here too. */
  page(memberId: Id, limit: number, beyond: readonly (string | null)[] | undefined): Promise<DeliveryRow[]> {
    return this.sql.rows<DeliveryRow>(page, [memberId, beyond?.[0] ?? null, beyond?.[1] ?? null, limit]);
  }

  own(id: Id, memberId: Id): Promise<DeliveryRow | undefined> {
    return this.sql.row<DeliveryRow>(own, [id, memberId]);
  }

  ofResponses(ids: readonly Id[], memberId: Id): Promise<DeliveryRow[]> {
    return this.sql.rows<DeliveryRow>(ofResponses, [ids, memberId]);
  }

  /** @returns how many went */
  async forget(before: Date, limit: number): Promise<number> {
    return (await this.sql.rows(forget, [before, limit])).length;
  }
}
