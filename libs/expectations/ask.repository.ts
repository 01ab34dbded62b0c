import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, statement } from '#database';
import { type CalendarColumns, calendarColumns, calendarOf } from '#identity';
import { Clock, type Id } from '#kernel';
import type { Candidate } from './ask.js';

interface CandidateRow extends CalendarColumns {
  id: Id;
  name: string;
  urgent_muted: boolean;
}

const columns = `m.id, m.name, ${calendarColumns},
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

const candidate = (row: CandidateRow, year: number): Candidate => ({
  id: row.id,
  name: row.name,
  calendar: calendarOf(row, year),
  urgentMuted: row.urgent_muted,
  absences: row.days_off,
});

/** Whom a post can ask, with the calendars that decide when. */
@Injectable()
export class AskRepository {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Those of the named people who are active and can read the channel. */
  async named(ids: readonly Id[], channelId: Id): Promise<Candidate[]> {
    return this.candidates(await this.sql.rows<CandidateRow>(named, [ids, channelId]));
  }

  /** The channel's other people, at most `limit`. */
  async ofChannel(channelId: Id, authorId: Id, limit: number): Promise<Candidate[]> {
    return this.candidates(await this.sql.rows<CandidateRow>(ofChannel, [channelId, authorId, limit]));
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

  private candidates(rows: readonly CandidateRow[]): Candidate[] {
    const year = this.clock.now().getUTCFullYear();
    return rows.map((row) => candidate(row, year));
  }
}
