import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import type { PushDevice } from '#push';

export interface PushDeviceRow extends PushDevice {
  id: Id;
  session_id: Id;
  user_agent: string | null;
  created_at: string;
  reached_at: string | null;
}

/**
 * One browser has one endpoint: whoever signs in there last is told there. The oldest of a member make room. An access
 * token is no sign-in, and registers nothing.
 */
const register = statement(
  'push_devices.register',
  `with room as (
     delete from push_devices where id in (
       select id from push_devices where member_id = $2 and endpoint <> $4 order by created_at desc offset $8 for update))
   insert into push_devices (id, member_id, session_id, endpoint, p256dh, auth, created_at)
   select $1::uuid, s.member_id, s.id, $4::text, $5::text, $6::text, $7::timestamptz
   from sessions s where s.id = $3::uuid and s.member_id = $2::uuid
   on conflict (endpoint) do update set member_id = excluded.member_id, session_id = excluded.session_id,
     p256dh = excluded.p256dh, auth = excluded.auth
   returning id`,
);
const columns = `d.id, d.session_id, s.user_agent, d.endpoint, d.p256dh, d.auth, d.created_at, d.reached_at
   from push_devices d join sessions s on s.id = d.session_id`;
const of = statement(
  'push_devices.of',
  `select ${columns} where d.member_id = $1 and s.expires_at > $2 order by d.created_at desc, d.id`,
);
const holders = statement(
  'push_devices.holders',
  `select distinct d.member_id as id from push_devices d join sessions s on s.id = d.session_id
   where d.member_id = any($1) and s.expires_at > $2`,
);
const remove = statement(
  'push_devices.remove',
  'delete from push_devices where id = $1 and member_id = $2 returning id',
);
const removeByEndpoint = statement(
  'push_devices.remove_by_endpoint',
  'delete from push_devices where endpoint = $1 and member_id = $2 returning id',
);
const gone = statement('push_devices.gone', 'delete from push_devices where id = any($1)');
const reached = statement('push_devices.reached', 'update push_devices set reached_at = $2 where id = any($1)');

/** The browsers on which members are told. */
@Injectable()
export class PushDeviceRepository {
  constructor(private readonly sql: Sql) {}

  /** @returns undefined where the credential is no sign-in of this member */
  async register(
    owner: { memberId: Id; sessionId: Id },
    id: Id,
    device: PushDevice,
    now: Date,
    most: number,
  ): Promise<Id | undefined> {
    const { endpoint, p256dh, auth } = device;
    const values = [id, owner.memberId, owner.sessionId, endpoint, p256dh, auth, now, most - 1];
    return (await this.sql.row<{ id: Id }>(register, values))?.id;
  }

  of(memberId: Id, now: Date): Promise<PushDeviceRow[]> {
    return this.sql.rows(of, [memberId, now]);
  }

  async holders(memberIds: readonly Id[], now: Date): Promise<Set<Id>> {
    return new Set((await this.sql.rows<{ id: Id }>(holders, [memberIds, now])).map(({ id }) => id));
  }

  async remove(id: Id, memberId: Id): Promise<boolean> {
    return (await this.sql.row(remove, [id, memberId])) !== undefined;
  }

  async removeByEndpoint(endpoint: string, memberId: Id): Promise<boolean> {
    return (await this.sql.row(removeByEndpoint, [endpoint, memberId])) !== undefined;
  }

  async gone(ids: readonly Id[]): Promise<void> {
    if (ids.length > 0) await this.sql.rows(gone, [ids]);
  }

  async reached(ids: readonly Id[], at: Date): Promise<void> {
    if (ids.length > 0) await this.sql.rows(reached, [ids, at]);
  }
}
