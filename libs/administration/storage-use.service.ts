import { statfs } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { ChannelDirectory } from '#channels';
import { Config } from '#config';
import { Sql, statement } from '#database';
import { Clock, type Id } from '#kernel';
import type { StorageUseType } from './administration.type.js';

const GROWTH_DAYS = 30;
const MOST_DAYS = 36_500;

/** Each item counts once, for the channel where it was posted first; what nobody posted counts for none. */
const use = statement(
  'storage_use.by_channel',
  `with items as (
     select m.id, m.created_at, case when m.original_key is null then 0 else coalesce(m.byte_size, 0) end as original,
       coalesce((select sum(r.byte_size) from renditions r where r.media_id = m.id), 0) as renditions,
       (select p.channel_id from post_media pm join posts p on p.id = pm.post_id where pm.media_id = m.id order by pm.post_id limit 1) as channel_id
     from media m)
   select case when c.visibility = 'DIRECT' then null else c.id end as channel_id, c.id is not null as is_posted,
     sum(i.original)::bigint as originals, sum(i.renditions)::bigint as renditions,
     coalesce(sum(i.original + i.renditions) filter (where i.created_at >= $1), 0)::bigint as recent
   from items i left join channels c on c.id = i.channel_id group by 1, 2`,
);

interface Row {
  channel_id: Id | null;
  is_posted: boolean;
  originals: number;
  renditions: number;
  recent: number;
}

/** What lies in the store, and how long there is room. */
@Injectable()
export class StorageUse {
  constructor(
    private readonly sql: Sql,
    private readonly channels: ChannelDirectory,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async use(): Promise<StorageUseType> {
    const since = new Date(this.clock.nowMs() - GROWTH_DAYS * 86_400_000);
    const [rows, disk] = await Promise.all([this.sql.rows<Row>(use, [since]), this.disk()]);
    await this.channels.ensure(rows.flatMap((row) => row.channel_id ?? []));
    const sum = (value: (row: Row) => number): number => rows.reduce((total, row) => total + value(row), 0);
    const perDay = sum((row) => row.recent) / GROWTH_DAYS;
    const days = disk && perDay > 0 ? Math.floor(disk.freeBytes / perDay) : null;
    const byChannel = rows
      .filter((row) => row.is_posted)
      .map((row) => ({
        channel: row.channel_id ? this.channels.get(row.channel_id) : null,
        bytes: row.originals + row.renditions,
      }));
    const usedBytes = sum((row) => row.originals + row.renditions);
    return {
      usedBytes,
      capacityBytes: disk ? usedBytes + disk.freeBytes : null,
      fullInDays: days !== null && days <= MOST_DAYS ? days : null,
      byChannel: byChannel.sort((one, other) => other.bytes - one.bytes),
      originalsBytes: sum((row) => row.originals),
      renditionsBytes: sum((row) => row.renditions),
      originalsRetentionDays: this.config.values.ORIGINALS_RETENTION_DAYS || null,
    };
  }

  /** Of the data directory; what an S3 store has room for it does not say. */
  async disk(): Promise<{ freeBytes: number; totalBytes: number } | undefined> {
    if (this.config.values.S3_ENDPOINT) return undefined;
    const { bavail, blocks, bsize } = await statfs(this.config.values.MEANTIME_DATA_DIR);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  }
}
