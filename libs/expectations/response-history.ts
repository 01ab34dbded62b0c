import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { Sql, statement } from '#database';
import type { HubContext } from '#graph';
import { MemberDirectory, type MemberEntry } from '#identity';
import { groupBy, type Id } from '#kernel';

/** More than one item ever has, short of somebody promising anew all day. */
const MOST = 100;

const ofResponses = statement(
  'responses.history',
  `select e.expected_response_id, e.actor_id, e.action, e.data->>'note' as note, e.at, r.kind, r.status, r.note as last_note
   from unnest($1::uuid[]) as asked (id) join expected_responses r on r.id = asked.id
     cross join lateral (
       select * from expected_response_events e where e.expected_response_id = r.id order by e.at desc, e.id desc limit ${MOST}) as e
   order by e.at, e.action <> 'ASKED', e.id`,
);

interface EventRow {
  expected_response_id: Id;
  actor_id: Id | null;
  action: string;
  note: string | null;
  at: string;
  kind: 'ACKNOWLEDGE' | 'REPLY' | 'DECIDE';
  status: string;
  last_note: string | null;
}

export interface ResponseEvent {
  at: string;
  /** Null: the hub itself. */
  actor: MemberEntry | null;
  kind: string;
  note: string | null;
}

/** How an answer is called in the history: by what was asked for. */
const answerKinds = { ACKNOWLEDGE: 'ACKNOWLEDGED', REPLY: 'ANSWERED', DECIDE: 'DECIDED' } as const;

const kindOf = ({ action, kind }: EventRow): string => {
  if (action === 'FULFILLED') return answerKinds[kind];
  return action === 'RESCHEDULED' ? 'DUE_MOVED' : action;
};

/** What happened to expected responses, oldest first. Keys are ids of responses that the viewer may see. */
@Injectable()
export class ResponseHistory {
  constructor(
    private readonly sql: Sql,
    private readonly directory: MemberDirectory,
  ) {}

  loader(context: HubContext): DataLoader<Id, ResponseEvent[]> {
    return context.loader('response.history', async (ids: readonly Id[]) => {
      const rows = await this.sql.rows<EventRow>(ofResponses, [ids]);
      const naming = this.directory.ensure(rows.flatMap(({ actor_id }) => (actor_id ? [actor_id] : [])));
      if (naming) await naming;
      const byResponse = groupBy(rows, (row) => row.expected_response_id);
      return ids.map((id) => (byResponse.get(id) ?? []).map((row) => this.event(row)));
    });
  }

  private event(row: EventRow): ResponseEvent {
    const isLast = row.action === row.status;
    return {
      at: row.at,
      actor: row.actor_id ? this.directory.get(row.actor_id) : null,
      kind: kindOf(row),
      note: row.note ?? (isLast ? row.last_note : null),
    };
  }
}
