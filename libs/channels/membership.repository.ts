import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import type { Involvement } from './channel.entity.js';
import { readableChannel } from './channel-access.js';

const ofMember = statement(
  'channel_members.of_member',
  'select channel_id, involvement from channel_members where member_id = $1 and channel_id = any($2)',
);
const memberIds = statement(
  'channel_members.active_ids',
  `select cm.member_id from channel_members cm join members m on m.id = cm.member_id
   where cm.channel_id = $1 and m.deactivated_at is null order by cm.member_id limit $2`,
);
const readers = statement(
  'channel_members.readers',
  `select m.id from members m, channels c
   where c.id = $1 and m.id = any($2) and m.deactivated_at is null
     and ${readableChannel({ channel: 'c', viewer: 'm.id', isGuest: "(m.role = 'GUEST')" })}`,
);
const involve = statement(
  'channel_members.involve',
  'update channel_members set involvement = $3 where channel_id = $1 and member_id = $2 returning channel_id',
);

@Injectable()
export class MembershipRepository {
  constructor(private readonly sql: Sql) {}

  /** Memberships of one member in some channels. */
  ofMember(memberId: Id, channelIds: readonly Id[]): Promise<{ channel_id: Id; involvement: Involvement }[]> {
    return this.sql.rows(ofMember, [memberId, channelIds]);
  }

  /** The channel's active members, at most so many. */
  async memberIds(channelId: Id, most: number): Promise<Id[]> {
    return (await this.sql.rows<{ member_id: Id }>(memberIds, [channelId, most])).map((row) => row.member_id);
  }

  /** Those of the members who are active and may read the channel. */
  async readers(channelId: Id, ids: readonly Id[]): Promise<Id[]> {
    return (await this.sql.rows<{ id: Id }>(readers, [channelId, ids])).map((row) => row.id);
  }

  /** @returns false where there is no such membership */
  async involve(channelId: Id, memberId: Id, involvement: Involvement): Promise<boolean> {
    return (await this.sql.row(involve, [channelId, memberId, involvement])) !== undefined;
  }
}
