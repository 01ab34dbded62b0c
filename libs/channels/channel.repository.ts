import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Actor, Id } from '#kernel';
import { type AgreementRow, agreementColumns, agreementInForce } from './agreement-row.js';
import type { ChannelVisibility, Involvement } from './channel.entity.js';
import { readableChannel } from './channel-access.js';

export interface ChannelRow extends AgreementRow {
  id: Id;
  slug: string;
  name: string;
  purpose: string;
  visibility: ChannelVisibility;
  created_by_id: Id;
  archived_at: string | null;
  created_at: string;
}

/** A channel that the actor may read, as far as access and membership go. */
export interface ReadableRow {
  id: Id;
  visibility: ChannelVisibility;
  is_archived: boolean;
  created_by_id: Id;
  /** Null: the actor is not a member. */
  involvement: Involvement | null;
}

type Viewer = Pick<Actor, 'memberId' | 'role'>;

const names = { channel: 'c', viewer: '$1', isGuest: '$2' };
const viewerOf = (actor: Viewer): unknown[] => [actor.memberId, actor.role === 'GUEST'];

const byIds = statement(
  'channels.by_ids',
  `select c.id, c.slug, c.name, c.purpose, c.visibility, c.created_by_id, c.archived_at, c.created_at, ${agreementColumns}
   from channels c ${agreementInForce} where c.id = any($1)`,
);

const readable = `select c.id, c.visibility, c.archived_at is not null as is_archived, c.created_by_id, cm.involvement
   from channels c left join channel_members cm on cm.channel_id = c.id and cm.member_id = $1`;
const readableById = statement('channels.readable_by_id', `${readable} where c.id = $3 and ${readableChannel(names)}`);
const readableBySlug = statement(
  'channels.readable_by_slug',
  `${readable} where c.slug = $3 and ${readableChannel(names)}`,
);
/** For a change that other changes of the same channel wait for. */
const readableLocked = statement(
  'channels.readable_locked',
  `${readable} where c.id = $3 and ${readableChannel(names)} for no key update of c`,
);

@Injectable()
export class ChannelRepository {
  constructor(private readonly sql: Sql) {}

  byIds(ids: readonly Id[]): Promise<ChannelRow[]> {
    return this.sql.rows<ChannelRow>(byIds, [ids]);
  }

  readable(actor: Viewer, id: Id): Promise<ReadableRow | undefined> {
    return this.sql.row<ReadableRow>(readableById, [...viewerOf(actor), id]);
  }

  readableBySlug(actor: Viewer, slug: string): Promise<ReadableRow | undefined> {
    return this.sql.row<ReadableRow>(readableBySlug, [...viewerOf(actor), slug]);
  }

  /** Within a transaction: holds other changes of the channel until its end. */
  readableLocked(actor: Viewer, id: Id): Promise<ReadableRow | undefined> {
    return this.sql.row<ReadableRow>(readableLocked, [...viewerOf(actor), id]);
  }
}
