import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';

const storageBytes = statement(
  'media.storage_bytes',
  `select coalesce(sum(case when m.original_key is null then 0 else m.byte_size end
       + (select coalesce(sum(r.byte_size), 0) from renditions r where r.media_id = m.id)), 0)::bigint as bytes
   from media m where m.owner_id = $1`,
);
const uploading = statement(
  'uploads.of_owner',
  `select id from media where owner_id = $1 and status = 'UPLOADING' order by id desc limit $2`,
);
/** What has arrived becomes the whole of it. */
const cutTo = statement(
  'uploads.cut_to',
  `update media set byte_size = $3 where id = $1 and owner_id = $2 and status = 'UPLOADING' returning id`,
);
const setAvatar = statement('members.set_avatar', 'update members set avatar_media_id = $2 where id = $1');
const avatar = statement(
  'media.avatar',
  `select m.original_key as key, m.mime_type from media m
   where m.id = $1 and m.original_key is not null and exists (select 1 from members a where a.avatar_media_id = m.id)`,
);

/** What members do with media of their own; every statement names whose. */
@Injectable()
export class OwnMediaRepository {
  constructor(private readonly sql: Sql) {}

  /** Of originals and renditions. */
  async storageBytes(ownerId: Id): Promise<number> {
    return (await this.sql.row<{ bytes: number }>(storageBytes, [ownerId]))!.bytes;
  }

  /** Newest first. */
  async uploading(ownerId: Id, most: number): Promise<Id[]> {
    return (await this.sql.rows<{ id: Id }>(uploading, [ownerId, most])).map(({ id }) => id);
  }

  /** @returns false where it is no longer under way */
  async cutTo(id: Id, ownerId: Id, byteSize: number): Promise<boolean> {
    return (await this.sql.row(cutTo, [id, ownerId, byteSize])) !== undefined;
  }

  async setAvatar(memberId: Id, mediaId: Id | null): Promise<void> {
    await this.sql.rows(setAvatar, [memberId, mediaId]);
  }

  /** Undefined where nobody shows it as theirs. */
  avatar(mediaId: Id): Promise<{ key: string; mime_type: string } | undefined> {
    return this.sql.row(avatar, [mediaId]);
  }
}
