import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import { type Actor, Clock, type Id, newId } from '#kernel';

export interface AuditRow {
  id: Id;
  action: string;
  actor_id: Id | null;
  subject: string;
  ip_address: string | null;
  at: string;
}

export interface AuditFilter {
  actorId?: Id | null;
  /** Included. */
  since?: string | null;
  /** Not included. */
  until?: string | null;
  /** Part of an action, a subject, or the name of who acted. */
  query?: string | null;
}

const MAX_QUERY = 255;

const insert = statement(
  'audit.insert',
  `insert into audit_events (id, action, actor_id, subject, ip_address, at)
   select n.id, $2, $4, n.subject, $5, $6 from unnest($1::uuid[], $3::text[]) as n(id, subject)`,
);
const page = statement(
  'audit.page',
  `select id, action, actor_id, subject, ip_address, at from audit_events
   where ($1::text is null or action = $1) and ($2::uuid is null or id < $2) and ($4::uuid is null or actor_id = $4)
     and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)
     and ($7::text is null or subject ilike $7 or action ilike $7
       or exists (select 1 from members m where m.id = actor_id and (m.name ilike $7 or m.handle ilike $7)))
   order by id desc limit $3`,
);

const byId = statement(
  'audit.by_id',
  'select id, action, actor_id, subject, ip_address, at from audit_events where id = $1',
);

/** Who did what that an administrator may have to account for: written in the transaction of the change itself. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /**
   * @param action `member.role_changed` …: a noun and what happened to it
   * @param subject what it was done to, in words that stay true: a handle, a slug
   */
  async record(action: string, actor: Pick<Actor, 'memberId' | 'ipAddress'> | null, subject: string): Promise<void> {
    await this.recordAll(action, actor, [subject]);
  }

  /** The same act on many things, in one statement. */
  async recordAll(
    action: string,
    actor: Pick<Actor, 'memberId' | 'ipAddress'> | null,
    subjects: readonly string[],
  ): Promise<void> {
    const ids = subjects.map(() => newId());
    const [by, from] = [actor?.memberId ?? null, actor?.ipAddress ?? null];
    await this.sql.rows(insert, [ids, action, subjects, by, from, this.clock.now()]);
  }

  /** Newest first. */
  page(
    action: string | null,
    beyond: string | undefined,
    limit: number,
    filter: AuditFilter = {},
  ): Promise<AuditRow[]> {
    const { actorId, since, until, query } = filter;
    const words = query
      ?.replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, MAX_QUERY);
    const pattern = words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
    const values = [action, beyond ?? null, limit, actorId ?? null, since ?? null, until ?? null, pattern];
    return this.sql.rows<AuditRow>(page, values);
  }

  find(id: Id): Promise<AuditRow | undefined> {
    return this.sql.row<AuditRow>(byId, [id]);
  }
}
