import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import { Clock, type Id } from '#kernel';
import type { MediaKind, MediaStatus } from './media.entity.js';
import type { MediaRow } from './media.repository.js';

export interface UploadRow {
  id: Id;
  owner_id: Id;
  status: MediaStatus;
  filename: string;
  /** As announced; once it has arrived, as the bytes have told. */
  mime_type: string;
  /** The announced length; null while it is not known. Once the upload has arrived: of what is kept. */
  byte_size: number | null;
  /** How far it had come with its last part: of files on a disk that is shared only while no length is known. */
  received_bytes: number;
  original_key: string | null;
  created_at: string;
}

/** What became of an upload that is there in full. */
export interface ArrivedUpload {
  kind: MediaKind;
  status: 'PROCESSING' | 'READY' | 'FAILED';
  failure: string | null;
  mimeType: string;
  byteSize: number;
  durationMs: number | null;
  width: number | null;
  height: number | null;
  originalKey: string;
}

const columns =
  'm.id, m.owner_id, m.status, m.filename, m.mime_type, m.byte_size, m.received_bytes, m.original_key, m.created_at';

const insert = statement(
  'uploads.insert',
  `insert into media (id, owner_id, kind, status, filename, mime_type, byte_size, created_at)
   select $1, $2, $3, 'UPLOADING', $4, $5, $6, $7
   where (select count(*) from media where owner_id = $2 and status = 'UPLOADING') < $8 returning id`,
);
const byId = statement('uploads.by_id', `select ${columns} from media m where m.id = $1`);
const declareLength = statement(
  'uploads.declare_length',
  `update media set byte_size = $2, stopped_at = $3 where id = $1 and status = 'UPLOADING' and byte_size is null`,
);
const received = statement(
  'uploads.received',
  `update media set received_bytes = $2, received_at = $3
   where id = $1 and status = 'UPLOADING' and byte_size is null and received_bytes <> $2`,
);
const advance = statement(
  'uploads.advance',
  `update media set received_bytes = $3, received_at = $4
   where id = $1 and status = 'UPLOADING' and received_bytes = $2 returning id`,
);
const receiving = statement(
  'uploads.receiving',
  `select id, received_bytes, received_at from media where status = 'UPLOADING' and received_at is not null`,
);
const arrive = statement(
  'uploads.arrive',
  `update media set kind = $2, status = $3, failure = $4, mime_type = $5, byte_size = $6, duration_ms = $7, width = $8,
     height = $9, original_key = $10, uploaded_at = $11, progress = 0
   where id = $1 and status = 'UPLOADING' returning id`,
);
/** What a post already shows stays, as failed; what nobody has seen goes. */
const abandon = statement(
  'uploads.abandon',
  `with posted as (
     update media m set status = 'FAILED', failure = $2 where m.id = $1 and m.status = 'UPLOADING'
       and (exists (select 1 from post_media pm where pm.media_id = m.id)
         or exists (select 1 from posts p where p.moment_media_id = m.id))
     returning m.id
   )
   delete from media m where m.id = $1 and m.status = 'UPLOADING' and not exists (select 1 from posted)
     and not exists (select 1 from post_media pm where pm.media_id = m.id)
     and not exists (select 1 from posts p where p.moment_media_id = m.id)`,
);
const expired = statement(
  'uploads.expired',
  `select ${columns} from media m where m.status = 'UPLOADING' and m.created_at < $1 order by m.created_at limit $2`,
);
const unfinished = statement(
  'uploads.unfinished',
  `select ${columns} from media m where m.id = any($1) and m.status = 'UPLOADING'`,
);

@Injectable()
export class UploadRepository {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** @returns false where the member has as many unfinished uploads as one may have */
  async insert(row: MediaRow, mostUnfinished: number): Promise<boolean> {
    const { id, owner_id, kind, filename, mime_type, byte_size } = row;
    const values = [id, owner_id, kind, filename, mime_type, byte_size, this.clock.now(), mostUnfinished];
    return (await this.sql.row(insert, values)) !== undefined;
  }

  byId(id: Id): Promise<UploadRow | undefined> {
    return this.sql.row<UploadRow>(byId, [id]);
  }

  async declareLength(id: Id, byteSize: number): Promise<void> {
    await this.sql.rows(declareLength, [id, byteSize, this.clock.now()]);
  }

  /** Where its length is known already, that is what it takes. */
  async received(id: Id, bytes: number): Promise<void> {
    await this.sql.rows(received, [id, bytes, this.clock.now()]);
  }

  /** @returns false where it does not end at `from` (any more): another writer was there, or it was given up */
  async advance(id: Id, from: number, to: number): Promise<boolean> {
    return (await this.sql.row(advance, [id, from, to, this.clock.now()])) !== undefined;
  }

  receiving(): Promise<{ id: Id; received_bytes: number; received_at: string }[]> {
    return this.sql.rows(receiving, []);
  }

  /** @returns false where somebody else has taken it in meanwhile */
  async arrive(id: Id, arrived: ArrivedUpload): Promise<boolean> {
    const { kind, status, failure, mimeType, byteSize, durationMs, width, height, originalKey } = arrived;
    const file = [mimeType, byteSize, durationMs, width, height, originalKey];
    const values = [id, kind, status, failure, ...file, this.clock.now()];
    return (await this.sql.row(arrive, values)) !== undefined;
  }

  async abandon(id: Id, failure: string): Promise<void> {
    await this.sql.rows(abandon, [id, failure]);
  }

  expired(createdBefore: Date, limit: number): Promise<UploadRow[]> {
    return this.sql.rows<UploadRow>(expired, [createdBefore, limit]);
  }

  unfinished(ids: readonly Id[]): Promise<UploadRow[]> {
    return this.sql.rows<UploadRow>(unfinished, [ids]);
  }
}
