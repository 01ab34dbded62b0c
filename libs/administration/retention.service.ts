import { Injectable, Logger } from '@nestjs/common';
import { Config } from '#config';
import { Sql, statement, UnitOfWork } from '#database';
import { AuditLog } from '#identity';
import { Jobs } from '#jobs';
import { Clock, type Id } from '#kernel';
import { removeMediaFiles } from '#media';
import { Storage } from '#storage';

const AT_ONCE = 500;
const DAY_MS = 86_400_000;

/** Takes now. What somebody still owes an answer to stays until it is closed; conclusions are the thread's and stay. */
const removePosts = statement(
  'retention.remove_posts',
  `with old as (
     select p.id from posts p join channels c on c.id = p.channel_id
     where c.retention_days is not null and p.published_at < $1::timestamptz - make_interval(days => c.retention_days)
       and p.deleted_at is null and not exists (select 1 from expected_responses r where r.post_id = p.id and r.status = 'OPEN')
     order by p.published_at limit $2 for update of p skip locked),
   attached as (delete from post_media pm using old where pm.post_id = old.id returning pm.media_id),
   mentioned as (delete from mentions m using old where m.post_id = old.id),
   reacted as (delete from reactions r using old where r.post_id = old.id),
   emptied as (update posts p set body = '', deleted_at = $1, moment_media_id = null, moment_seconds = null
     from old where p.id = old.id returning p.id)
   select (select count(*)::int from emptied) as posts, coalesce((select array_agg(distinct media_id) from attached), '{}') as media`,
);
/** Recordings that nothing shows any more. */
const removeMedia = statement(
  'retention.remove_media',
  `delete from media m where m.id = any($1) and not exists (select 1 from post_media pm where pm.media_id = m.id)
     and not exists (select 1 from posts p where p.moment_media_id = m.id)
     and not exists (select 1 from drafts d where m.id = any(d.media_ids))
     and not exists (select 1 from members a where a.avatar_media_id = m.id) returning m.id`,
);
const dropOriginals = statement(
  'retention.drop_originals',
  `with old as (
     select m.id, m.original_key from media m
     where m.status = 'READY' and m.original_key is not null and m.uploaded_at < $1
       and exists (select 1 from renditions r where r.media_id = m.id and r.kind in ('MP4', 'AUDIO'))
     order by m.uploaded_at limit $2 for update skip locked)
   update media m set original_key = null from old where m.id = old.id returning old.original_key`,
);

/** Lets go what channels and the organisation keep for a time only; the worker runs it once a day. */
@Injectable()
export class Retention {
  private readonly logger = new Logger(Retention.name);

  constructor(
    private readonly sql: Sql,
    private readonly storage: Storage,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<{ posts: number; originals: number }> {
    const swept = { posts: await this.posts(), originals: await this.originals() };
    if (swept.posts + swept.originals > 0) {
      this.logger.log(`Retention: ${swept.posts} posts and ${swept.originals} originals removed`);
      await this.audit.record('retention.swept', null, `${swept.posts} posts, ${swept.originals} originals`);
    }
    return swept;
  }

  private async posts(): Promise<number> {
    let removed = 0;
    for (;;) {
      const posts = await this.unitOfWork.run(async () => {
        const row = (await this.sql.row<{ posts: number; media: Id[] }>(removePosts, [this.clock.now(), AT_ONCE]))!;
        const gone = row.media.length > 0 ? await this.sql.rows<{ id: Id }>(removeMedia, [row.media]) : [];
        if (gone.length > 0) await this.jobs.ask(removeMediaFiles, ...gone.map(({ id }) => ({ mediaId: id })));
        return row.posts;
      });
      removed += posts;
      if (posts < AT_ONCE) return removed;
    }
  }

  private async originals(): Promise<number> {
    const days = this.config.values.ORIGINALS_RETENTION_DAYS;
    if (days === 0) return 0;
    const before = new Date(this.clock.nowMs() - days * DAY_MS);
    let removed = 0;
    for (;;) {
      // The row first: an original that is named and not there would be a broken link.
      const rows = await this.sql.rows<{ original_key: string }>(dropOriginals, [before, AT_ONCE]);
      if (rows.length > 0) await this.storage.delete(rows.map((row) => row.original_key));
      removed += rows.length;
      if (rows.length < AT_ONCE) return removed;
    }
  }
}
