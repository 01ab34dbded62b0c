import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id, Role } from '#kernel';
import type { Feed } from './feed-address.entity.js';

/** Whose feed is read, with the role that they have now. */
export interface Subscriber {
  memberId: Id;
  role: Role;
  timeZone: string;
}

const editions = statement(
  'feed_addresses.editions',
  'select member_id, feed, edition from feed_addresses where member_id = any($1)',
);
const renew = statement(
  'feed_addresses.renew',
  `insert into feed_addresses (member_id, feed, edition, renewed_at)
   select $1::uuid, f.feed, $3::uuid, $4::timestamptz from unnest($2::text[]) as f (feed)
   on conflict (member_id, feed) do update set edition = excluded.edition, renewed_at = excluded.renewed_at`,
);
/** Who has left has no feeds. */
const subscriber = statement(
  'feed_addresses.subscriber',
  `select m.id as "memberId", m.role, m.time_zone as "timeZone", f.edition
   from members m left join feed_addresses f on f.member_id = m.id and f.feed = $2
   where m.id = $1 and m.deactivated_at is null`,
);

@Injectable()
export class FeedAddressRepository {
  constructor(private readonly sql: Sql) {}

  /** Of the feeds whose address was ever renewed. */
  editions(memberIds: readonly Id[]): Promise<{ member_id: Id; feed: Feed; edition: Id }[]> {
    return this.sql.rows(editions, [memberIds]);
  }

  async renew(memberId: Id, feeds: readonly Feed[], edition: Id, at: Date): Promise<void> {
    await this.sql.rows(renew, [memberId, feeds, edition, at]);
  }

  /** @returns undefined for who is no member, or no longer one */
  subscriber(memberId: Id, feed: Feed): Promise<(Subscriber & { edition: Id | null }) | undefined> {
    return this.sql.row(subscriber, [memberId, feed]);
  }
}
