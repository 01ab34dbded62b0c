import { Injectable } from '@nestjs/common';
import { readableByMembership, readableChannel } from '#channels';
import { Sql, type Statement, statement } from '#database';
import type { PageRequest } from '#graph';
import type { Actor, Id } from '#kernel';
import { type PostRow, prefixedPostColumns, type ThreadRow, threadColumns } from '#threads';

/**
 * An open expected response with its post and thread. What an open one can have beside its times (an acknowledgement, a
 * promise, a proposal) few have: it comes as one value.
 */
export type InboxRow = ThreadRow & { [Column in keyof PostRow as `p_${Column}`]: PostRow[Column] } & {
  r_id: Id;
  r_recipient_id: Id;
  r_deliver_at: string;
  r_due_at: string | null;
  r_rest: OpenRest | null;
};

/** Instants are as Postgres writes them into JSON. */
export interface OpenRest {
  acknowledgedAt: string | null;
  promisedAt: string | null;
  proposedDueAt: string | null;
  proposalNote: string | null;
  proposedAt: string | null;
  proposalAccepted: boolean | null;
  nudgedAt: string | null;
  undoableUntil: string | null;
}

const openColumns = `r.id as r_id, r.recipient_id as r_recipient_id, r.deliver_at as r_deliver_at, r.due_at as r_due_at,
  case when r.acknowledged_at is null and r.proposed_at is null and r.nudged_at is null then null else json_build_object(
    'acknowledgedAt', r.acknowledged_at, 'promisedAt', r.promised_at, 'proposedDueAt', r.proposed_due_at,
    'proposalNote', r.proposal_note, 'proposedAt', r.proposed_at, 'proposalAccepted', r.proposal_accepted,
    'nudgedAt', r.nudged_at, 'undoableUntil', r.undoable_until) end as r_rest`;

type Lane = 'waiting_on_me' | 'waiting_on_others';

const laneCondition = {
  waiting_on_me: 'r.recipient_id = $1 and r.deliver_at <= $3 and (r.later_until is null or r.later_until <= $3)',
  waiting_on_others: 'r.author_id = $1 and $3::timestamptz is not null',
} as const;

/** Beyond an item with a due time come later ones and then those without; beyond one without, only such. */
const beyondCondition = {
  start: '$5::timestamptz is null and $6::uuid is null',
  due: '((r.due_at, r.id) > ($5::timestamptz, $6::uuid) or r.due_at is null)',
  whenever: '$5::timestamptz is null and r.due_at is null and r.id > $6::uuid',
} as const;
type Beyond = keyof typeof beyondCondition;

/** A person's open asks, in one direction: of one who asks, or of one who is asked. */
const personCondition = { waiting_on_me: 'r.author_id = $7', waiting_on_others: 'r.recipient_id = $7' } as const;

/** Overdue first, then by due time, then the ones without: that is the order of the due times, nothing else. */
const laneStatement = (lane: Lane, beyond: Beyond, ofPerson: boolean): Statement =>
  statement(
    `inbox.${lane}.${beyond}${ofPerson ? '.person' : ''}`,
    `select ${openColumns}, ${prefixedPostColumns('p_')}, ${threadColumns}
     from expected_responses r join posts p on p.id = r.post_id join threads t on t.id = r.thread_id
       join channels c on c.id = t.channel_id
       left join thread_readers tr on tr.thread_id = t.id and tr.member_id = $1
       left join channel_members cm on cm.channel_id = t.channel_id and cm.member_id = $1
     where ${laneCondition[lane]} and r.status = 'OPEN' and ${beyondCondition[beyond]}
       ${ofPerson ? `and ${personCondition[lane]}` : ''}
       and ${readableByMembership({ channel: 'c', isGuest: '$2' }, 'cm')}
     order by r.due_at, r.id limit $4`,
  );

const statements = new Map<string, Statement>();
for (const lane of ['waiting_on_me', 'waiting_on_others'] as const) {
  for (const beyond of ['start', 'due', 'whenever'] as const) {
    for (const ofPerson of [false, true]) {
      const made = laneStatement(lane, beyond, ofPerson);
      statements.set(made.name, made);
    }
  }
}

/** Counting stops where nobody reads the number any more. */
const MOST_COUNTED = 1_000;
const counted = (lane: Lane): string => `(select count(*)::int from (
  select 1 from expected_responses r join threads t on t.id = r.thread_id join channels c on c.id = t.channel_id
  where ${laneCondition[lane]} and r.status = 'OPEN' and ${readableChannel({ channel: 'c', viewer: '$1', isGuest: '$2' })}
  limit ${MOST_COUNTED}) as ${lane})`;
const waitingCount = statement('inbox.waiting_count', `select ${counted('waiting_on_me')} as count`);
const laneCounts = statement(
  'inbox.lane_counts',
  `select ${counted('waiting_on_me')} as on_me, ${counted('waiting_on_others')} as on_others`,
);

@Injectable()
export class InboxRepository {
  constructor(private readonly sql: Sql) {}

  /**
   * One page with one row more than asked: one statement, the access rule and the viewer's own state in it.
   * @param personId of all, only what is between the viewer and this one
   */
  page(lane: Lane, actor: Actor, now: Date, { size, beyond }: PageRequest, personId?: Id): Promise<InboxRow[]> {
    const place: Beyond = !beyond ? 'start' : beyond[0] === null ? 'whenever' : 'due';
    const values = [actor.memberId, actor.role === 'GUEST', now, size + 1, beyond?.[0] ?? null, beyond?.[1] ?? null];
    const name = `inbox.${lane}.${place}`;
    return personId
      ? this.sql.rows<InboxRow>(statements.get(`${name}.person`)!, [...values, personId])
      : this.sql.rows<InboxRow>(statements.get(name)!, values);
  }

  /** Up to 1,000. */
  async waitingCount(actor: Pick<Actor, 'memberId' | 'role'>, now: Date): Promise<number> {
    const values = [actor.memberId, actor.role === 'GUEST', now];
    return (await this.sql.row<{ count: number }>(waitingCount, values))!.count;
  }

  /** Both lanes, each up to 1,000. */
  async laneCounts(actor: Actor, now: Date): Promise<{ on_me: number; on_others: number }> {
    return (await this.sql.row(laneCounts, [actor.memberId, actor.role === 'GUEST', now]))!;
  }
}
