import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';

const readers = statement(
  'live.readers',
  `select m.id from members m join channels c on c.id = $1 where m.id = any($2) and m.deactivated_at is null
     and ${readableChannel({ channel: 'c', viewer: 'm.id', isGuest: "(m.role = 'GUEST')" })}`,
);
const memberOf = statement('live.member_of', 'select channel_id from channel_members where member_id = $1');

@Injectable()
export class LiveAccessRepository {
  constructor(private readonly sql: Sql) {}

  /** Those of the members who may read the channel. */
  async readersOf(channelId: Id, memberIds: readonly Id[]): Promise<Id[]> {
    return (await this.sql.rows<{ id: Id }>(readers, [channelId, memberIds])).map(({ id }) => id);
  }

  /** The channels that somebody is a member of. */
  async channelsOf(memberId: Id): Promise<Id[]> {
    return (await this.sql.rows<{ channel_id: Id }>(memberOf, [memberId])).map((row) => row.channel_id);
  }
}
