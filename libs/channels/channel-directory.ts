import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Directory, UnitOfWork } from '#database';
import { globalId, type Id } from '#kernel';
import { PubSub, topic } from '#pubsub';
import type { Agreement } from './agreement.js';
import { agreementOf } from './agreement-row.js';
import type { ChannelVisibility } from './channel.entity.js';
import { ChannelRepository, type ChannelRow } from './channel.repository.js';

/** A channel as every page shows it, the same for all who may see it. `key` is the stored id, `id` the API's. */
export interface ChannelEntry {
  key: Id;
  id: string;
  slug: string;
  name: string;
  purpose: string;
  visibility: ChannelVisibility;
  createdById: Id;
  /** Who looks after it. */
  ownerId: Id;
  retentionDays: number | null;
  archivedAt: string | null;
  createdAt: string;
  /** The one in force: the channel's own, else the organisation's, else the shipped one. */
  agreement: Agreement;
}

/** Said to every process when a channel or its agreement has changed; null when it may be any: the organisation's agreement has. */
export const channelChanged = topic<{ channelId: Id | null }>('directory.channel');

/** The channels that pages name, in memory. Who may see one is asked of the database, each time. */
@Injectable()
export class ChannelDirectory implements OnModuleInit {
  private readonly directory: Directory<ChannelEntry>;

  constructor(
    channels: ChannelRepository,
    private readonly pubsub: PubSub,
    private readonly unitOfWork: UnitOfWork,
  ) {
    this.directory = new Directory(
      ({ key }) => key,
      async (ids) => (await channels.byIds(ids)).map(entryOf),
    );
  }

  async onModuleInit(): Promise<void> {
    await this.pubsub.subscribe(channelChanged, ({ channelId }) => this.directory.forget(channelId ?? undefined));
    this.pubsub.onReconnect(() => this.directory.forget());
  }

  ensure(ids: Iterable<Id>): Promise<void> | undefined {
    return this.directory.ensure(ids);
  }

  /** After {@link ensure}: every row that names a channel has that channel, the foreign key says so. */
  get(id: Id): ChannelEntry {
    return this.directory.get(id)!;
  }

  find(id: Id): Promise<ChannelEntry | undefined> {
    return this.directory.find(id);
  }

  /** Call inside the transaction that changes a channel (null: the organisation's agreement). */
  async changed(channelId: Id | null): Promise<void> {
    await this.unitOfWork.afterCommit(async () => {
      this.directory.forget(channelId ?? undefined);
      await this.pubsub.publish(channelChanged, { channelId });
    });
  }
}

const entryOf = (row: ChannelRow): ChannelEntry => ({
  key: row.id,
  id: globalId('Channel', row.id),
  slug: row.slug,
  name: row.name,
  purpose: row.purpose,
  visibility: row.visibility,
  createdById: row.created_by_id,
  ownerId: row.owner_id ?? row.created_by_id,
  retentionDays: row.retention_days,
  archivedAt: row.archived_at,
  createdAt: row.created_at,
  agreement: agreementOf(row),
});
