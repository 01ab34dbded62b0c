import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import type { WorkingInterval } from '#working-time';
import type { Candidate } from './ask.js';

interface CandidateRow {
  id: Id;
  name: string;
  time_zone: string;
  week: WorkingInterval[];
  days_off: { from: string; to: string; delegateId: Id | null }[];
  urgent_muted: boolean;
}

const columns = `m.id, m.name, m.time_zone, m.week,
  coalesce((select jsonb_agg(jsonb_build_object('from', a.from_date, 'to', a.to_date, 'delegateId', a.delegate_id))
            from absences a where a.member_id = m.id), '[]') as days_off,
  exists (select 1 from preferences muted where muted.member_id = m.id and not muted.urgent_may_interrupt) as urgent_muted`;

const named = statement(
  'candidates.named',
  `select ${columns} from members m join channels c on c.id = $2
   where m.id = any($1) and m.deactivated_at is null
     and ${readableChannel({ channel: 'c', viewer: 'm.id', isGuest: "(m.role = 'GUEST')" })}`,
);
/** Bots of a channel owe nothing unless they are named. */
const ofChannel = statement(
  'candidates.of_channel',
  `select ${columns} from channel_members cm join members m on m.id = cm.member_id
   where cm.channel_id = $1 and cm.member_id <> $2 and m.deactivated_at is null and not m.is_bot
   order by cm.joined_at, m.id limit $3`,
);
const countOfChannel = statement(
  'candidates.count_of_channel',
  `select count(*)::int as count from channel_members cm join members m on m.id = cm.member_id
   where cm.channel_id = $1 and cm.member_id <> $2 and m.deactivated_at is null and not m.is_bot`,
);
/** Whoever leaves at this moment waits, and finds what was handed to them; whoever has left is not there. */
const hold = statement('candidates.hold', 'select id from members where id = $1 and deactivated_at is null for share');
const urgentSince = statement(
  'urgent_posts.since',
  'select count(*)::int as count from urgent_posts where author_id = $1 and at >= $2',
);

/** Until the end of the transaction. */
const holdUrgentBudget = statement(
  'urgent_posts.hold',
  "select pg_advisory_xact_lock(hashtextextended('urgent:' || $1::text, 0))",
);

const candidate = ({ id, name, time_zone, week, days_off, urgent_muted }: CandidateRow): Candidate => ({
  id,
  name,
  calendar: { timeZone: time_zone, week, daysOff: days_off },
  urgentMuted: urgent_muted,
  absences: days_off,
});

/** Whom a post can ask, with the calendars that decide when. */
@Injectable()
export class AskRepository {
  constructor(private readonly sql: Sql) {}

  /** Those of the named people who are active and can read the channel. */
  async named(ids: readonly Id[], channelId: Id): Promise<Candidate[]> {
    return (await this.sql.rows<CandidateRow>(named, [ids, channelId])).map(candidate);
  }

  /** The channel's other people, at most `limit`. */
  async ofChannel(channelId: Id, authorId: Id, limit: number): Promise<Candidate[]> {
    return (await this.sql.rows<CandidateRow>(ofChannel, [channelId, authorId, limit])).map(candidate);
  }

  async countOfChannel(channelId: Id, authorId: Id): Promise<number> {
    return (await this.sql.row<{ count: number }>(countOfChannel, [channelId, authorId]))!.count;
  }

  /** Until the end of the transaction. @returns whether the member is still there */
  async hold(memberId: Id): Promise<boolean> {
    return (await this.sql.row(hold, [memberId])) !== undefined;
  }

  async holdUrgentBudget(authorId: Id): Promise<void> {
    await this.sql.rows(holdUrgentBudget, [authorId]);
  }

  /** Urgent posts of an author from an instant on. */
  async urgentSince(authorId: Id, since: Date): Promise<number> {
    return (await this.sql.row<{ count: number }>(urgentSince, [authorId, since]))!.count;
  }
}
