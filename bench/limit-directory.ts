import type pg from 'pg';
import { globalId } from '#kernel';

export interface Named {
  id: string;
  name: string;
}
export interface LimitMember extends Named {
  avatarUrl: null;
}
export interface LimitChannel extends Named {
  slug: string;
}

/** All members and channels, read once: LIMIT never looks them up again. */
export interface LimitDirectory {
  members: ReadonlyMap<string, LimitMember>;
  channels: ReadonlyMap<string, LimitChannel>;
}

export async function readDirectory(pool: pg.Pool): Promise<LimitDirectory> {
  const members = await pool.query<{ id: string; name: string }>('select id, name from members');
  const channels = await pool.query<{ id: string; name: string; slug: string }>('select id, name, slug from channels');
  return {
    members: new Map(members.rows.map(({ id, name }) => [id, { id: globalId('Member', id), name, avatarUrl: null }])),
    channels: new Map(channels.rows.map(({ id, name, slug }) => [id, { id: globalId('Channel', id), name, slug }])),
  };
}
