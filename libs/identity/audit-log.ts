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

const insert = statement(
  'audit.insert',
  'insert into audit_events (id, action, actor_id, subject, ip_address, at) values ($1, $2, $3, $4, $5, $6)',
);
const page = statement(
  'audit.page',
  `select id, action, actor_id, subject, ip_address, at from audit_events
   where ($1::text is null or action = $1) and ($2::uuid is null or id < $2) order by id desc limit $3`,
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
    await this.sql.rows(insert, [
      newId(),
      action,
      actor?.memberId ?? null,
      subject,
      actor?.ipAddress ?? null,
      this.clock.now(),
    ]);
  }

  /** Newest first. */
  page(action: string | null, beyond: string | undefined, limit: number): Promise<AuditRow[]> {
    return this.sql.rows<AuditRow>(page, [action, beyond ?? null, limit]);
  }

  find(id: Id): Promise<AuditRow | undefined> {
    return this.sql.row<AuditRow>(byId, [id]);
  }
}
