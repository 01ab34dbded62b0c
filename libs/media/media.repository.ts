import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import type { MediaKind, MediaStatus, RenditionKind } from './media.entity.js';
import { canSeeMedia } from './media-access.js';
import type { Lane } from './processing/lanes.js';
import type { TranscriptStatus } from './transcripts/transcript.entity.js';

export interface MediaRow {
  id: Id;
  owner_id: Id;
  kind: MediaKind;
  status: MediaStatus;
  progress: number;
  /** Guessed; null before it can be. */
  remaining_seconds: number | null;
  failure: string | null;
  filename: string;
  mime_type: string;
  byte_size: number | null;
  duration_ms: number | null;
  width: number | null;
  height: number | null;
  waveform: number[] | null;
  silences_ms: number[] | null;
  original_key: string | null;
  created_at: string;
  /** The key and media type of each rendition that is ready. */
  renditions: Partial<Record<RenditionKind, { key: string; mimeType: string }>>;
  /** How far its transcript is; null where nobody has asked for one. */
  transcript: { status: TranscriptStatus; progress: number; failure: string | null; revision: number } | null;
}

export interface MediaOfPostRow extends MediaRow {
  post_id: Id;
}

export interface Rendition {
  id: Id;
  kind: RenditionKind;
  key: string;
  mimeType: string;
  byteSize: number;
}

/** An item whose work nobody may be doing. */
export type LostRow = Pick<MediaRow, 'id' | 'kind' | 'mime_type' | 'byte_size' | 'duration_ms' | 'width' | 'height'> & {
  lane: Lane;
};

/** What the finished work knows of a recording. */
export interface ProcessedMedia {
  kind: MediaKind;
  durationMs: number | null;
  width: number | null;
  height: number | null;
  waveform: number[] | null;
  silencesMs: number[] | null;
  renditions: readonly Rendition[];
}

const columns = `m.id, m.owner_id, m.kind, m.status, m.progress, m.remaining_seconds, m.failure, m.filename, m.mime_type, m.byte_size,
  m.duration_ms, m.width, m.height, m.waveform, m.silences_ms, m.original_key, m.created_at,
  coalesce((select jsonb_object_agg(r.kind, jsonb_build_object('key', r.key, 'mimeType', r.mime_type))
            from renditions r where r.media_id = m.id), '{}') as renditions,
  (select jsonb_build_object('status', t.status, 'progress', t.progress, 'failure', t.failure, 'revision', t.revision)
   from transcripts t where t.media_id = m.id) as transcript`;

const byId = statement('media.by_id', `select ${columns} from media m where m.id = $1`);
const visible = statement(
  'media.visible',
  `select ${columns} from media m join members viewer on viewer.id = $2 and viewer.deactivated_at is null
   where m.id = any($1) and ${canSeeMedia}`,
);
const ofPosts = statement(
  'media.of_posts',
  `select pm.post_id, ${columns} from post_media pm join media m on m.id = pm.media_id
   where pm.post_id = any($1) order by pm.post_id, pm.position`,
);
const ownedBy = statement(
  'media.owned_by',
  'select id, status, original_key from media where id = any($1) and owner_id = $2',
);
const reopen = statement(
  'media.reopen',
  `update media set status = 'PROCESSING', progress = 0, remaining_seconds = null, failure = null
   where id = $1 and status = 'FAILED' and original_key is not null returning id`,
);
const setProgress = statement(
  'media.set_progress',
  `update media set progress = greatest(progress, $2::real), remaining_seconds = $3 where id = $1 and status = 'PROCESSING'
   returning id`,
);
const fail = statement(
  'media.fail',
  `update media set status = 'FAILED', failure = $2, remaining_seconds = null where id = $1 and status = 'PROCESSING' returning id`,
);
const complete = statement(
  'media.complete',
  `with done as (
     update media set status = 'READY', progress = 1, remaining_seconds = null, failure = null, kind = $2,
       duration_ms = coalesce($3, duration_ms), width = coalesce($4, width), height = coalesce($5, height), waveform = $6,
       silences_ms = $12
     where id = $1 and status = 'PROCESSING' returning id
   ), gone as (
     delete from renditions r using done
     where r.media_id = done.id and r.kind <> all($8::text[])
   ), written as (
     insert into renditions (id, media_id, kind, key, mime_type, byte_size)
     select r.id, done.id, r.kind, r.key, r.mime_type, r.byte_size
     from done, unnest($7::uuid[], $8::text[], $9::text[], $10::text[], $11::bigint[]) as r (id, kind, key, mime_type, byte_size)
     on conflict (media_id, kind) do update
       set id = excluded.id, key = excluded.key, mime_type = excluded.mime_type, byte_size = excluded.byte_size
   )
   select id from done`,
);
const addPictures = statement(
  'media.add_pictures',
  `with item as (select id from media where id = $1 and kind = 'IMAGE' and status = 'READY'), written as (
     insert into renditions (id, media_id, kind, key, mime_type, byte_size)
     select r.id, item.id, r.kind, r.key, r.mime_type, r.byte_size
     from item, unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[]) as r (id, kind, key, mime_type, byte_size)
     on conflict (media_id, kind) do nothing
   )
   select id from item`,
);
const addCopy = statement(
  'media.add_copy',
  `insert into renditions (id, media_id, kind, key, mime_type, byte_size)
   select $2, m.id, $3, $4, $5, $6 from media m where m.id = $1 and m.status = 'PROCESSING'
     and not exists (select 1 from renditions r where r.media_id = m.id and r.kind in ('MP4', 'COPY'))
   on conflict (media_id, kind) do nothing returning id`,
);
const lost = statement(
  'media.lost',
  `select m.id, coalesce(m.lane, 'SHORT') as lane, m.kind, m.mime_type, m.byte_size, m.duration_ms, m.width, m.height
   from media m
   where m.status = 'PROCESSING' and m.uploaded_at < $1
     and not exists (select 1 from outbox o where o.job = any($2) and o.payload->>'mediaId' = m.id::text)
   order by m.id limit $3`,
);

@Injectable()
export class MediaRepository {
  constructor(private readonly sql: Sql) {}

  byId(id: Id): Promise<MediaRow | undefined> {
    return this.sql.row<MediaRow>(byId, [id]);
  }

  /** Those of the items that an active member may see, in any order: the access rule is part of the statement. */
  visible(ids: readonly Id[], viewerId: Id): Promise<MediaRow[]> {
    return this.sql.rows<MediaRow>(visible, [ids, viewerId]);
  }

  /** The media of posts that the caller has found to be readable, in the order in which they stand in each. */
  ofPosts(postIds: readonly Id[]): Promise<MediaOfPostRow[]> {
    return this.sql.rows<MediaOfPostRow>(ofPosts, [postIds]);
  }

  ownedBy(ownerId: Id, ids: readonly Id[]): Promise<Pick<MediaRow, 'id' | 'status' | 'original_key'>[]> {
    return this.sql.rows(ownedBy, [ids, ownerId]);
  }

  /** FAILED with a file to PROCESSING. @returns false where it is not so any more */
  async reopen(id: Id): Promise<boolean> {
    return (await this.sql.row(reopen, [id])) !== undefined;
  }

  /** It never falls back, however often the work begins anew. @returns false where the item is no longer being processed */
  async setProgress(id: Id, progress: number, remainingSeconds: number | null): Promise<boolean> {
    return (await this.sql.row(setProgress, [id, progress, remainingSeconds])) !== undefined;
  }

  /** @returns false where somebody else has finished the item meanwhile */
  async fail(id: Id, failure: string): Promise<boolean> {
    return (await this.sql.row(fail, [id, failure])) !== undefined;
  }

  /**
   * PROCESSING to READY, with these renditions in place of all others, in one statement.
   * @returns false where somebody else has finished the item meanwhile: nothing is changed then
   */
  async complete(id: Id, media: ProcessedMedia): Promise<boolean> {
    const facts = [media.kind, media.durationMs, media.width, media.height, media.waveform];
    return (
      (await this.sql.row(complete, [id, ...facts, ...columnsOf(media.renditions), media.silencesMs])) !== undefined
    );
  }

  /** Puts these beside an image that is READY from the start; what another attempt has made stays. */
  async addPictures(id: Id, renditions: readonly Rendition[]): Promise<boolean> {
    return (await this.sql.row(addPictures, [id, ...columnsOf(renditions)])) !== undefined;
  }

  /** Puts a copy for browsers beside an item that is PROCESSING. @returns false where nobody needs it any more */
  async addCopy(id: Id, copy: Rendition): Promise<boolean> {
    const values = [copy.id, copy.kind, copy.key, copy.mimeType, copy.byteSize];
    return (await this.sql.row(addCopy, [id, ...values])) !== undefined;
  }

  /** Items that wait for a job which neither stands in the outbox nor, if the queue is idle, anywhere else. */
  lost(jobNames: readonly string[], uploadedBefore: Date, limit: number): Promise<LostRow[]> {
    return this.sql.rows<LostRow>(lost, [uploadedBefore, jobNames, limit]);
  }
}

const columnsOf = (renditions: readonly Rendition[]): unknown[] => [
  renditions.map(({ id }) => id),
  renditions.map(({ kind }) => kind),
  renditions.map(({ key }) => key),
  renditions.map(({ mimeType }) => mimeType),
  renditions.map(({ byteSize }) => byteSize),
];
