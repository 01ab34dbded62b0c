import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Config } from '#config';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';
import { storageFull } from './media.errors.js';

/** What one upload may be, and how much room there is. */
export interface UploadLimits {
  mostBytes: number;
  /** Null: as long as it is. */
  mostSeconds: number | null;
  /** Of the member: what is stored, and what is announced by uploads under way. */
  usedBytes: number;
  /** Null: no limit. */
  mostStorageBytes: number | null;
  /** The lesser of what the member and the organisation have left; null: no limit. */
  leftBytes: number | null;
}

interface Room {
  left: number;
  whose: 'MEMBER' | 'ORGANIZATION';
}

/** How long a process trusts the sum of everybody's media while parts come in; an opening always asks anew. */
const REMEMBERED_MS = 5_000;

/** An upload under way takes the length that it has announced, or what has come of it. */
const taken = `coalesce(sum(case when m.original_key is not null then m.byte_size
    when m.status = 'UPLOADING' then coalesce(m.byte_size, m.received_bytes) end), 0)`;
const ofMember = statement(
  'media.storage_of_member',
  `select ((select ${taken} from media m where m.owner_id = $1)
     + (select coalesce(sum(r.byte_size), 0) from renditions r join media m on m.id = r.media_id where m.owner_id = $1)
   )::bigint as bytes`,
);
const ofAll = statement(
  'media.storage_of_all',
  `select ((select ${taken} from media m) + (select coalesce(sum(r.byte_size), 0) from renditions r))::bigint as bytes`,
);
/** Until the transaction ends, nobody else opens an upload against the same sum. */
const lock = statement(
  'media.lock_storage',
  `select pg_advisory_xact_lock(hashtextextended('storage:' || $1::text, 0))`,
);

/** The limits of uploads as settings say them, and what is left of the storage. */
@Injectable()
export class StorageLimits {
  private readonly all = new LRUCache<'all', number>({ max: 1, ttl: REMEMBERED_MS });

  constructor(
    private readonly sql: Sql,
    private readonly config: Config,
  ) {}

  async of(memberId: Id): Promise<UploadLimits> {
    const { MAX_UPLOAD_BYTES, MAX_RECORDING_MINUTES, MEMBER_STORAGE_BYTES } = this.config.values;
    return {
      mostBytes: MAX_UPLOAD_BYTES,
      mostSeconds: MAX_RECORDING_MINUTES === 0 ? null : MAX_RECORDING_MINUTES * 60,
      usedBytes: await this.bytes(ofMember, [memberId]),
      mostStorageBytes: MEMBER_STORAGE_BYTES || null,
      leftBytes: (await this.room(memberId))?.left ?? null,
    };
  }

  /** In the transaction that opens the upload. @param byteSize null: not known yet @throws HubError media.storage_full */
  async requireRoom(memberId: Id, byteSize: number | null): Promise<void> {
    const { MEMBER_STORAGE_BYTES, ORGANIZATION_STORAGE_BYTES } = this.config.values;
    if (ORGANIZATION_STORAGE_BYTES) await this.sql.rows(lock, ['all']);
    else if (MEMBER_STORAGE_BYTES) await this.sql.rows(lock, [memberId]);
    this.all.clear();
    const room = await this.room(memberId);
    if (room && room.left < (byteSize ?? 1)) throw storageFull(room.left, room.whose);
  }

  /** How long an upload may become whose length is not known. @param receivedBytes what it takes already */
  async mostOf(upload: { owner_id: Id; received_bytes: number }): Promise<number> {
    const room = await this.room(upload.owner_id);
    const most = this.config.values.MAX_UPLOAD_BYTES;
    return room ? Math.min(most, upload.received_bytes + room.left) : most;
  }

  /** Undefined where nothing limits it. */
  private async room(memberId: Id): Promise<Room | undefined> {
    const { MEMBER_STORAGE_BYTES: mine, ORGANIZATION_STORAGE_BYTES: everybodys } = this.config.values;
    const rooms: Room[] = [];
    if (mine) rooms.push({ whose: 'MEMBER', left: mine - (await this.bytes(ofMember, [memberId])) });
    if (everybodys) rooms.push({ whose: 'ORGANIZATION', left: everybodys - (await this.bytesOfAll()) });
    const [least] = rooms.sort((one, other) => one.left - other.left);
    return least && { ...least, left: Math.max(0, least.left) };
  }

  private async bytesOfAll(): Promise<number> {
    const remembered = this.all.get('all');
    if (remembered !== undefined) return remembered;
    const bytes = await this.bytes(ofAll, []);
    this.all.set('all', bytes);
    return bytes;
  }

  private async bytes(of: ReturnType<typeof statement>, values: unknown[]): Promise<number> {
    return (await this.sql.row<{ bytes: number }>(of, values))!.bytes;
  }
}
