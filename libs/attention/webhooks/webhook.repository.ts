import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';

export interface WebhookRow {
  id: Id;
  url: string;
  created_at: string;
  reached_at: string | null;
  failing_since: string | null;
  failure: string | null;
}

/** Locks the member's row, so that two at once are counted one after the other. */
const add = statement(
  'webhooks.add',
  `with owner as (select id from members where id = $2::uuid for no key update)
   insert into webhooks (id, member_id, url, created_at)
   select $1::uuid, owner.id, $3::text, $4::timestamptz from owner
   where (select count(*) from webhooks where member_id = owner.id) < $5::int
   returning id`,
);
const remove = statement('webhooks.remove', 'delete from webhooks where id = $1 and member_id = $2 returning url');
const of = statement(
  'webhooks.of',
  `select id, url, created_at, reached_at, failing_since, failure from webhooks where member_id = $1 order by created_at, id`,
);
const holders = statement(
  'webhooks.holders',
  `select distinct member_id as id from webhooks
   where member_id = any($1) and (failing_since is null or failing_since > $2)`,
);
const took = statement(
  'webhooks.took',
  'update webhooks set reached_at = $2, failing_since = null, failure = null where id = $1',
);
const failed = statement(
  'webhooks.failed',
  'update webhooks set failing_since = least(failing_since, $2), failure = $3 where id = $1',
);

@Injectable()
export class WebhookRepository {
  constructor(private readonly sql: Sql) {}

  /** @returns false where the member has as many as one may have */
  async add(id: Id, memberId: Id, url: string, now: Date, most: number): Promise<boolean> {
    return (await this.sql.row(add, [id, memberId, url, now, most])) !== undefined;
  }

  /** @returns the address that is told nothing from now on; undefined where there was none of this member */
  async remove(id: Id, memberId: Id): Promise<string | undefined> {
    return (await this.sql.row<{ url: string }>(remove, [id, memberId]))?.url;
  }

  /** Oldest first. */
  of(memberId: Id): Promise<WebhookRow[]> {
    return this.sql.rows(of, [memberId]);
  }

  /** Those of the members who have one that worked at some time since. */
  async holders(memberIds: readonly Id[], since: Date): Promise<Set<Id>> {
    return new Set((await this.sql.rows<{ id: Id }>(holders, [memberIds, since])).map(({ id }) => id));
  }

  async took(id: Id, at: Date): Promise<void> {
    await this.sql.rows(took, [id, at]);
  }

  /** @param since when it began to take nothing, as far as this try knows */
  async failed(id: Id, since: Date, failure: string): Promise<void> {
    await this.sql.rows(failed, [id, since, failure]);
  }
}
