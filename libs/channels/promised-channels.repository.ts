import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Actor, Id } from '#kernel';
import type { ChannelVisibility } from './channel.entity.js';
import { readableChannel } from './channel-access.js';

const readable = statement(
  'channels.promised',
  `select c.id, c.visibility, c.archived_at is not null as is_archived from channels c
   where c.id = any($3) and ${readableChannel({ channel: 'c', viewer: '$1', isGuest: '$2' })}`,
);

export interface PromisedRow {
  id: Id;
  visibility: ChannelVisibility;
  is_archived: boolean;
}

/** Channels as an invitation names them. */
@Injectable()
export class PromisedChannelsRepository {
  constructor(private readonly sql: Sql) {}

  /** Those of the channels that the actor may read. */
  readable(actor: Pick<Actor, 'memberId' | 'role'>, ids: readonly Id[]): Promise<PromisedRow[]> {
    return this.sql.rows(readable, [actor.memberId, actor.role === 'GUEST', ids]);
  }
}
