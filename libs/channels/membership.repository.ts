import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { PageRequest } from '#graph';
import { type Actor, Clock, type Id } from '#kernel';
import type { Involvement } from './channel.entity.js';
import { readableChannel } from './channel-access.js';

const ofMember = statement(
  'channel_members.of_member',
  'select channel_id, involvement from channel_members where member_id = $1 and channel_id = any($2)',
);
const activeIds = statement(
  'channel_members.active_ids',
  `select cm.member_id from channel_members cm join members m on m.id = cm.member_id
   where cm.channel_id = $1 and m.deactivated_at is null order by cm.member_id limit $2`,
);
const counts = statement(
  'channel_members.counts',
  `select cm.channel_id, count(*)::int as count from channel_members cm join members m on m.id = cm.member_id
   where cm.channel_id = any($1) and m.deactivated_at is null group by cm.channel_id`,
);
const readers = statement(
  'channel_members.readers',
  `select m.id from members m join channels c on c.id = $1
   where m.id = any($2) and m.deactivated_at is null
     and ${readableChannel({ channel: 'c', viewer: 'm.id', isGuest: "(m.role = 'GUEST')" })}`,
);
const pages = statement(
  'channel_members.pages',
  `select c.id as channel_id, people.id as member_id from channels c
     cross join lateral (
       select m.id, m.name from channel_members cm join members m on m.id = cm.member_id
       where cm.channel_id = c.id and m.deactivated_at is null
         and ($5::text is null or (m.name, m.id) > ($5, $6::uuid))
       order by m.name, m.id limit $4) people
   where c.id = any($3) and ${readableChannel({ channel: 'c', viewer: '$1', isGuest: '$2' })}
   order by people.name, people.id`,
);

const involve = statement(
  'channel_members.involve',
  'update channel_members set involvement = $3 where channel_id = $1 and member_id = $2 returning channel_id',
);
const add = statement(
  'channel_members.add',
  `with people as (select id, handle from members where id = any($2) and deactivated_at is null),
     added as (
       insert into channel_members (channel_id, member_id, joined_at) select $1, id, $3 from people
       on conflict do nothing returning member_id)
   select people.id, people.handle, added.member_id is not null as is_new from people left join added on added.member_id = people.id`,
);
const addToOpen = statement(
  'channel_members.add_to_open',
  `insert into channel_members (channel_id, member_id, joined_at)
   select c.id, $1, $3 from channels c
   where c.id = any($2) and c.visibility <> 'DIRECT' and c.archived_at is null on conflict do nothing`,
);
const remove = statement(
  'channel_members.remove',
  `delete from channel_members where channel_id = $1 and member_id = $2
     and ($3 or exists (select 1 from channel_members other join members m on m.id = other.member_id
                        where other.channel_id = $1 and other.member_id <> $2 and m.deactivated_at is null))
   returning member_id`,
);

@Injectable()
export class MembershipRepository {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Memberships of one member in some channels. */
  ofMember(memberId: Id, channelIds: readonly Id[]): Promise<{ channel_id: Id; involvement: Involvement }[]> {
    return this.sql.rows(ofMember, [memberId, channelIds]);
  }

  /** The channel's active members, at most so many. */
  async activeIds(channelId: Id, most: number): Promise<Id[]> {
    return (await this.sql.rows<{ member_id: Id }>(activeIds, [channelId, most])).map((row) => row.member_id);
  }

  counts(channelIds: readonly Id[]): Promise<{ channel_id: Id; count: number }[]> {
    return this.sql.rows(counts, [channelIds]);
  }

  /** Those of the members who are active and may read the channel. */
  async readers(channelId: Id, ids: readonly Id[]): Promise<Id[]> {
    return (await this.sql.rows<{ id: Id }>(readers, [channelId, ids])).map((row) => row.id);
  }

  /** One page of active members, by name, of each channel that the actor may read; one row more than asked. */
  pages(
    actor: Pick<Actor, 'memberId' | 'role'>,
    channelIds: readonly Id[],
    { size, beyond }: PageRequest,
  ): Promise<{ channel_id: Id; member_id: Id }[]> {
    const place = [beyond?.[0] ?? null, beyond?.[1] ?? null];
    return this.sql.rows(pages, [actor.memberId, actor.role === 'GUEST', channelIds, size + 1, ...place]);
  }

  /** @returns false where there is no such membership */
  async involve(channelId: Id, memberId: Id, involvement: Involvement): Promise<boolean> {
    return (await this.sql.row(involve, [channelId, memberId, involvement])) !== undefined;
  }

  /** Adds those who are active members of the hub. @returns them, and whether they are new in the channel */
  add(channelId: Id, memberIds: readonly Id[]): Promise<{ id: Id; handle: string; is_new: boolean }[]> {
    return this.sql.rows(add, [channelId, memberIds, this.clock.now()]);
  }

  /** Adds one member to those of the channels that can take somebody: neither DIRECT nor archived. */
  async addToOpen(memberId: Id, channelIds: readonly Id[]): Promise<void> {
    await this.sql.rows(addToOpen, [memberId, channelIds, this.clock.now()]);
  }

  /** @returns false where nobody would be left and `mayEmpty` is not set; the caller holds the channel */
  async remove(channelId: Id, memberId: Id, mayEmpty: boolean): Promise<boolean> {
    return (await this.sql.row(remove, [channelId, memberId, mayEmpty])) !== undefined;
  }
}
