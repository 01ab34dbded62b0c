import { Injectable, Logger } from '@nestjs/common';
import { Sql, statement } from '#database';
import { Clock, type Id, isId } from '#kernel';
import { Storage } from '#storage';
import { type KeptMedia, madeAtMs, orphansOf } from './orphans.js';

const PAGE = 1_000;
/** Longer than any upload and any work on one item takes. */
const SETTLED_AFTER_MS = 24 * 60 * 60_000;

const kept = statement(
  'media.kept',
  `select m.id, m.status, m.original_key, coalesce(m.uploaded_at, m.created_at) < $2 as is_settled,
     coalesce((select array_agg(r.key) from renditions r where r.media_id = m.id), '{}') as rendition_keys
   from media m where m.id = any($1)`,
);
const firstOfAll = statement('media.organization_made', 'select min(created_at) as at from organizations');

/** Takes out of the store what nothing names any more. Walks all of it: the worker does so once a day. */
@Injectable()
export class StoreSweeper {
  private readonly logger = new Logger(StoreSweeper.name);

  constructor(
    private readonly sql: Sql,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** @returns how many files went */
  async sweep(): Promise<number> {
    const first = (await this.sql.row<{ at: string | null }>(firstOfAll, []))?.at;
    if (!first) return 0;
    // Whoever points a new database at a full store, or an old backup, loses nothing that this database never knew.
    const [fromMs, toMs] = [Date.parse(first), this.clock.nowMs() - SETTLED_AFTER_MS];
    const isOurs = (id: Id): boolean => isId(id) && madeAtMs(id) >= fromMs && madeAtMs(id) < toMs;
    const removed = (await this.below('media/', isOurs)) + (await this.below('uploads/', isOurs));
    if (removed > 0) this.logger.log(`${removed} files in the store belonged to nothing and were removed`);
    return removed;
  }

  private async below(prefix: string, isOurs: (id: Id) => boolean): Promise<number> {
    let removed = 0;
    for (let after: string | undefined; ; ) {
      const keys = (await this.storage.list(prefix, { after, limit: PAGE })).map(({ key }) => key);
      const orphans = orphansOf(keys, await this.rows(keys), isOurs);
      await this.storage.delete(orphans);
      removed += orphans.length;
      if (keys.length < PAGE) return removed;
      after = keys.at(-1);
    }
  }

  /** Asked after the listing: an item whose files were listed has its row, unless it is gone. */
  private async rows(keys: readonly string[]): Promise<Map<Id, KeptMedia>> {
    const ids = [...new Set(keys.map((key) => key.split('/')[1] ?? ''))].filter(isId);
    const settledBefore = new Date(this.clock.nowMs() - SETTLED_AFTER_MS);
    const rows = ids.length === 0 ? [] : await this.sql.rows<KeptMedia>(kept, [ids, settledBefore]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
