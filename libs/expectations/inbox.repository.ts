import { Injectable } from '@nestjs/common';
import { readableByMembership, readableChannel } from '#channels';
import { type NamedStatement, namedStatement, Sql, valuesOf } from '#database';
import type { PageRequest } from '#graph';
import type { Actor, Id } from '#kernel';
import { type PrefixedPostRow, prefixedPostColumns, type ThreadRow, threadColumns } from '#threads';

/**
 * An open expected response with its post and thread. What an open one can have beside its times (an acknowledgement, a
 * promise, a proposal) few have: it comes as one value.
 */
export type InboxRow = ThreadRow &
  PrefixedPostRow & {
    r_id: Id;
    r_recipient_id: Id;
    r_deliver_at: string;
    r_due_at: string | null;
    r_rest: OpenRest | null;
    /** Of what is put off. */
    r_later_until?: string;
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

export type Lane = 'waiting_on_me' | 'waiting_on_others' | 'put_off';

const laneCondition = {
  waiting_on_me:
    'r.recipient_id = :viewer and r.deliver_at <= :now and (r.later_until is null or r.later_until <= :now)',
  waiting_on_others: 'r.author_id = :viewer',
  put_off: 'r.recipient_id = :viewer and r.later_until > :now',
} as const;

/** Beyond an item with a due time come later ones and then those without; beyond one without, only such. */
const beyondCondition = {
  start: 'true',
  due: '((r.due_at, r.id) > (:beyond0::timestamptz, :beyond1::uuid) or r.due_at is null)',
  whenever: 'r.due_at is null and r.id > :beyond1::uuid',
} as const;
type Beyond = keyof typeof beyondCondition;

/** A person's open asks, in one direction: of one who asks, or of one who is asked. */
const personCondition = {
  waiting_on_me: 'r.author_id = :person',
  waiting_on_others: 'r.recipient_id = :person',
  put_off: 'r.author_id = :person',
} as const;

const readerJoin = 'left join thread_readers tr on tr.thread_id = t.id and tr.member_id = :viewer';

export interface LaneShape {
  lane: Lane;
  beyond: Beyond;
  ofPerson: boolean;
}

/** Where a page of a lane goes on. */
export const placeOf = (beyond: PageRequest['beyond']): Beyond =>
  !beyond ? 'start' : beyond[0] === null ? 'whenever' : 'due';

/**
 * Overdue first, then by due time, then the ones without: that is the order of the due times, nothing else. `r`, `p`, `t`,
 * `c` and `cm` are in it, `tr` by a join.
 */
export const laneText = (columns: string, joins: string, { lane, beyond, ofPerson }: LaneShape): string =>
  `select ${columns}
   from expected_responses r join posts p on p.id = r.post_id join threads t on t.id = r.thread_id
     join channels c on c.id = t.channel_id
     left join channel_members cm on cm.channel_id = t.channel_id and cm.member_id = :viewer ${joins}
   where ${laneCondition[lane]} and r.status = 'OPEN' and ${beyondCondition[beyond]}
     ${ofPerson ? `and ${personCondition[lane]}` : ''}
     and ${readableByMembership({ channel: 'c', isGuest: ':isGuest' }, 'cm')}
   order by r.due_at, r.id limit :size`;

/** Joins of {@link laneText} that only some columns need. */
export const laneJoins = { tr: readerJoin } as const;

const statements = new Map<string, NamedStatement<string>>();
for (const lane of ['waiting_on_me', 'waiting_on_others', 'put_off'] as const) {
  for (const beyond of ['start', 'due', 'whenever'] as const) {
    for (const ofPerson of [false, true]) {
      const name = `inbox.${lane}.${beyond}${ofPerson ? '.person' : ''}`;
      const until = lane === 'put_off' ? ', r.later_until as r_later_until' : '';
      const columns = `${openColumns}${until}, ${prefixedPostColumns('p_')}, ${threadColumns}`;
      statements.set(name, namedStatement(name, laneText(columns, readerJoin, { lane, beyond, ofPerson })));
    }
  }
}

/** Counting stops where nobody reads the number any more. */
const MOST_COUNTED = 1_000;
const counted = (lane: Lane): string => `(select count(*)::int from (
  select 1 from expected_responses r join threads t on t.id = r.thread_id join channels c on c.id = t.channel_id
  where ${laneCondition[lane]} and r.status = 'OPEN' and ${readableChannel({ channel: 'c', viewer: ':viewer', isGuest: ':isGuest' })}
  limit ${MOST_COUNTED}) as ${lane})`;
const waitingCount = namedStatement('inbox.waiting_count', `select ${counted('waiting_on_me')} as count`);
const laneCounts = namedStatement(
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
    const statement = statements.get(`inbox.${lane}.${placeOf(beyond)}${personId ? '.person' : ''}`)!;
    const values = {
      ...viewerOf(actor, now),
      size: size + 1,
      beyond0: beyond?.[0],
      beyond1: beyond?.[1],
      person: personId,
    };
    return this.sql.rows<InboxRow>(statement, valuesOf(statement, values));
  }

  /** Up to 1,000. */
  async waitingCount(actor: Viewer, now: Date): Promise<number> {
    const values = valuesOf(waitingCount, viewerOf(actor, now));
    return (await this.sql.row<{ count: number }>(waitingCount, values))!.count;
  }

  /** Both lanes, each up to 1,000. */
  async laneCounts(actor: Viewer, now: Date): Promise<{ on_me: number; on_others: number }> {
    return (await this.sql.row(laneCounts, valuesOf(laneCounts, viewerOf(actor, now))))!;
  }
}

type Viewer = Pick<Actor, 'memberId' | 'role'>;
const viewerOf = (actor: Viewer, now: Date): Record<string, unknown> => ({
  viewer: actor.memberId,
  isGuest: actor.role === 'GUEST',
  now,
});
