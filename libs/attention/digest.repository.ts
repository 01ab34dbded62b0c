import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, statement } from '#database';
import type { Actor, Id } from '#kernel';
import type { DigestContents, DigestItem, DigestSectionKind } from './digest-contents.js';

export interface DigestRow {
  id: Id;
  member_id: Id;
  period_start: string;
  period_end: string;
  sections: DigestContents[];
  emailed_at: string | null;
}

export type DeliveryRow = Pick<DigestRow, 'id' | 'member_id' | 'period_end' | 'emailed_at'> & {
  mail_failure: string | null;
  by_email: boolean;
};

/** $1 member, $2 whether a guest, $3 start and $4 end of the period, $5 how many at most. */
const readable = readableChannel({ channel: 'c', viewer: '$1', isGuest: '$2' });
const item = 't.id as "threadId", p.id as "postId", null::uuid as "expectedResponseId"';
const askedItem = 't.id as "threadId", p.id as "postId", r.id as "expectedResponseId"';

const owed = `
   select ${askedItem}
   from expected_responses r join posts p on p.id = r.post_id join threads t on t.id = r.thread_id join channels c on c.id = t.channel_id
   where r.recipient_id = $1 and r.status = 'OPEN' and r.deliver_at <= $4 and $3::timestamptz is not null and ${readable}
   order by coalesce(r.nudged_at > $3, false) desc, r.due_at, r.id limit $5`;
const answers = `
   select ${askedItem}
   from expected_responses r join posts p on p.id = coalesce(r.answer_post_id, r.post_id) join threads t on t.id = r.thread_id
     join channels c on c.id = t.channel_id
   where r.author_id = $1 and r.status in ('FULFILLED', 'DECLINED') and r.closed_at > $3 and r.closed_at <= $4 and ${readable}
   order by r.closed_at desc limit $5`;
const mentions = `
   select ${item} from mentions m join posts p on p.id = m.post_id join threads t on t.id = p.thread_id join channels c on c.id = t.channel_id
     left join thread_readers tr on tr.thread_id = t.id and tr.member_id = $1
     left join channel_members cm on cm.channel_id = t.channel_id and cm.member_id = $1
   where m.member_id = $1 and coalesce(tr.involvement, cm.involvement, 'FOLLOWING') <> 'MUTED'
     and p.deleted_at is null and p.author_id <> $1 and p.published_at > $3 and p.published_at <= $4 and ${readable}
   order by p.published_at desc limit $5`;
const conclusions = `
   select ${item} from channel_members cm join threads t on t.channel_id = cm.channel_id join channels c on c.id = t.channel_id
     join posts p on p.thread_id = t.id and p.number = t.post_count
     left join thread_readers tr on tr.thread_id = t.id and tr.member_id = $1
   where cm.member_id = $1 and t.state = 'CONCLUDED' and t.concluded_by_id <> $1 and t.concluded_at > $3 and t.concluded_at <= $4
     and coalesce(tr.involvement, cm.involvement) <> 'MUTED' and ${readable}
   order by t.concluded_at desc limit $5`;
/** The newest unread post of each thread with news, where the member's involvement is as asked. */
const news = (involvement: 'FOLLOWING' | 'DIGEST') => `
   select ${item} from channel_members cm join threads t on t.channel_id = cm.channel_id join channels c on c.id = t.channel_id
     left join thread_readers tr on tr.thread_id = t.id and tr.member_id = $1
     join lateral (select id, published_at from posts where thread_id = t.id and number > coalesce(tr.read_number, 0)
       and published_at > $3 and published_at <= $4 and author_id <> $1 and deleted_at is null
       order by number desc limit 1) as p on true
   where cm.member_id = $1 and t.last_activity_at > $3 and coalesce(tr.involvement, cm.involvement) = '${involvement}' and ${readable}
   order by p.published_at desc limit $5`;

const sections: Readonly<Record<DigestSectionKind, string>> = {
  YOU_OWE: owed,
  ANSWERS_TO_YOU: answers,
  MENTIONS: mentions,
  CONCLUSIONS: conclusions,
  FOLLOWED: news('FOLLOWING'),
  FYI: news('DIGEST'),
};
/** All of them in one statement: a morning has as many digests as members. */
const found = statement(
  'digest.found',
  `select kind, "threadId", "postId", "expectedResponseId" from (
   ${Object.entries(sections)
     .map(([kind, text]) => `select '${kind}' as kind, row_number() over () as place, f.* from (${text}) f`)
     .join('\n   union all ')}) s order by kind, place`,
);
const insert = statement(
  'digest.insert',
  `insert into digests (id, member_id, period_start, period_end, sections, created_at, by_email) values ($1, $2, $3, $4, $5::jsonb, $6, $7)
   on conflict (member_id, period_end) do nothing returning id`,
);
const columns = 'id, member_id, period_start, period_end, sections, emailed_at';
const byIds = statement('digest.by_ids', `select ${columns} from digests where id = any($1)`);
const page = statement(
  'digest.page',
  `select ${columns} from digests where member_id = $1 and ($2::timestamptz is null or (period_end, id) < ($2, $3::uuid))
   order by period_end desc, id desc limit $4`,
);
const mailed = statement(
  'digest.mailed',
  'update digests set emailed_at = $2, mail_failure = null where id = $1 and emailed_at is null',
);
const notMailed = statement(
  'digest.not_mailed',
  'update digests set mail_failure = $2 where id = $1 and emailed_at is null',
);
const deliveries = statement(
  'digest.deliveries',
  `select id, member_id, period_end, emailed_at, mail_failure, by_email from digests
   where ($1::timestamptz is null or (period_end, id) < ($1, $2::uuid)) order by period_end desc, id desc limit $3`,
);

@Injectable()
export class DigestRepository {
  constructor(private readonly sql: Sql) {}

  /** What could stand in each section of a member's digest over a period. */
  async find(member: Pick<Actor, 'memberId' | 'role'>, start: Date, end: Date, limit: number) {
    const values = [member.memberId, member.role === 'GUEST', start, end, limit];
    const rows = await this.sql.rows<DigestItem & { kind: DigestSectionKind }>(found, values);
    const ofKind: Partial<Record<DigestSectionKind, DigestItem[]>> = {};
    for (const { kind, threadId, postId, expectedResponseId } of rows) {
      ofKind[kind] ??= [];
      ofKind[kind].push(expectedResponseId ? { threadId, postId, expectedResponseId } : { threadId, postId });
    }
    return ofKind;
  }

  /** @returns false where this member's digest of this period is there already */
  async insert(
    id: Id,
    memberId: Id,
    start: Date,
    end: Date,
    sections: readonly DigestContents[],
    at: Date,
    byEmail: boolean,
  ): Promise<boolean> {
    const values = [id, memberId, start, end, JSON.stringify(sections), at, byEmail];
    return (await this.sql.row(insert, values)) !== undefined;
  }

  async byId(id: Id): Promise<DigestRow | undefined> {
    return (await this.sql.rows<DigestRow>(byIds, [[id]]))[0];
  }

  /** Newest first. */
  page(memberId: Id, limit: number, beyond: readonly string[] | undefined): Promise<DigestRow[]> {
    return this.sql.rows<DigestRow>(page, [memberId, beyond?.[0] ?? null, beyond?.[1] ?? null, limit]);
  }

  /** Everybody's, newest first. */
  deliveries(limit: number, beyond: readonly string[] | undefined): Promise<DeliveryRow[]> {
    return this.sql.rows<DeliveryRow>(deliveries, [beyond?.[0] ?? null, beyond?.[1] ?? null, limit]);
  }

  async notMailed(id: Id, failure: string): Promise<void> {
    await this.sql.rows(notMailed, [id, failure]);
  }

  async mailed(id: Id, at: Date): Promise<void> {
    await this.sql.rows(mailed, [id, at]);
  }
}
