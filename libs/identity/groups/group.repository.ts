import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';

export interface GroupRow {
  id: Id;
  handle: string;
  name: string;
  /** Active ones, by name. */
  member_ids: Id[];
}

const all = statement(
  'groups.all',
  `select g.id, g.handle, g.name, array(
     select m.id from people_group_members gm join members m on m.id = gm.member_id
     where gm.group_id = g.id and m.deactivated_at is null order by m.name, m.id) as member_ids
   from people_groups g where ($1::uuid is null or g.id = $1) order by g.name, g.id`,
);
/** Nobody can tell a group from a member of the same handle. */
const insert = statement(
  'groups.insert',
  `insert into people_groups (id, handle, name, created_at) select $1::uuid, $2::text, $3::text, $4::timestamptz
   where not exists (select 1 from members where handle = $2) and (select count(*) from people_groups) < $5
   on conflict (handle) do nothing returning id`,
);
const rename = statement('groups.rename', 'update people_groups set name = $2 where id = $1');
const remove = statement('groups.remove', 'delete from people_groups where id = $1 returning handle');
const setMembers = statement(
  'groups.set_members',
  `with gone as (delete from people_group_members where group_id = $1 and not member_id = any($2::uuid[]))
   insert into people_group_members (group_id, member_id)
   select $1::uuid, m.id from members m where m.id = any($2::uuid[]) and m.deactivated_at is null on conflict do nothing`,
);
const membersOf = statement(
  'groups.members_of',
  `select g.id as group_id, array_remove(array_agg(m.id), null) as member_ids
   from people_groups g left join people_group_members gm on gm.group_id = g.id
     left join members m on m.id = gm.member_id and m.deactivated_at is null
   where g.id = any($1) group by g.id`,
);

@Injectable()
export class GroupRepository {
  constructor(private readonly sql: Sql) {}

  all(): Promise<GroupRow[]> {
    return this.sql.rows(all, [null]);
  }

  find(id: Id): Promise<GroupRow | undefined> {
    return this.sql.row(all, [id]);
  }

  /** @returns false where the handle is somebody's, or there are `most` */
  async insert(group: { id: Id; handle: string; name: string }, at: Date, most: number): Promise<boolean> {
    return (await this.sql.row(insert, [group.id, group.handle, group.name, at, most])) !== undefined;
  }

  async rename(id: Id, name: string): Promise<void> {
    await this.sql.rows(rename, [id, name]);
  }

  /** @returns its handle; undefined where there is none */
  async remove(id: Id): Promise<string | undefined> {
    return (await this.sql.row<{ handle: string }>(remove, [id]))?.handle;
  }

  /** Exactly these, of them who are active. */
  async setMembers(id: Id, memberIds: readonly Id[]): Promise<void> {
    await this.sql.rows(setMembers, [id, memberIds]);
  }

  /** Active members by group; groups that do not exist are left out. */
  async membersOf(groupIds: readonly Id[]): Promise<Map<Id, Id[]>> {
    const rows = await this.sql.rows<{ group_id: Id; member_ids: Id[] }>(membersOf, [groupIds]);
    return new Map(rows.map(({ group_id, member_ids }) => [group_id, member_ids]));
  }
}
