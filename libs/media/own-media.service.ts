import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { MemberDirectory, type MemberEntry } from '#identity';
import type { Actor, Id } from '#kernel';
import { noSuchMedia, notAPicture, nothingArrived, notYourMedia, stillUploading } from './media.errors.js';
import { MediaRepository, type MediaRow } from './media.repository.js';
import { MediaLinks } from './media-links.js';
import { type MediaView, mediaView } from './media-view.js';
import { OwnMediaRepository } from './own-media.repository.js';
import { UploadArrival } from './upload-arrival.js';
import { UploadParts } from './upload-parts.js';

/** More than one may have under way. */
const MOST_UPLOADS = 50;
/** An upload to which nothing was added for this long has lost its client. */
const LEFT_AFTER_MS = 60_000;
/** Within this, another tab may be writing: it is not cut off. */
const WRITTEN_JUST_NOW_MS = 10_000;
const ARRIVAL_PATIENCE_MS = 3_000;
const MAX_AVATAR_BYTES = 5 * 1024 * 1024;

/** What members do with their own media: what is left half uploaded, how much there is, the picture that others see. */
@Injectable()
export class OwnMediaService {
  private readonly logger = new Logger(OwnMediaService.name);

  constructor(
    private readonly rows: OwnMediaRepository,
    private readonly media: MediaRepository,
    private readonly parts: UploadParts,
    private readonly arrival: UploadArrival,
    private readonly links: MediaLinks,
    private readonly directory: MemberDirectory,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  storageBytes(actor: Actor): Promise<number> {
    return this.rows.storageBytes(actor.memberId);
  }

  /** Uploads that lost their client, newest first; `byteSize` says how much of each is here. */
  async unfinished(actor: Actor): Promise<MediaView[]> {
    const ids = await this.rows.uploading(actor.memberId, MOST_UPLOADS);
    if (ids.length === 0) return [];
    const files = new Map((await this.parts.list()).map((file) => [file.id, file]));
    const rows = await this.media.visible(ids, actor.memberId);
    return rows
      .filter(({ id }) => (files.get(id)?.idleMs ?? Number.POSITIVE_INFINITY) > LEFT_AFTER_MS)
      .sort((one, other) => (one.id < other.id ? 1 : -1))
      .map((row) => this.view(actor, { ...row, byte_size: files.get(row.id)?.byteSize ?? 0 }));
  }

  /**
   * What has arrived becomes the recording, through the hub or at the store itself. One that is finished already is answered as it is.
   * @throws HubError media.not_found, media.only_its_owner, media.nothing_arrived, media.still_uploading
   */
  async finish(actor: Actor, id: Id): Promise<MediaView> {
    const row = await this.requireOwn(actor, id);
    if (row.status === 'UPLOADING' && row.byte_size && (await this.parts.adopt(id, row.byte_size))) {
      await this.takeInSoon(id);
    } else if (row.status === 'UPLOADING') {
      const file = (await this.parts.list()).find((one) => one.id === id);
      if (!file || file.byteSize === 0) throw nothingArrived();
      if (file.idleMs < WRITTEN_JUST_NOW_MS) throw stillUploading();
      if (await this.rows.cutTo(id, actor.memberId, await this.parts.offset(id))) {
        await this.takeInSoon(id);
      }
    }
    return this.view(actor, (await this.media.byId(id))!);
  }

  /** The picture that others see of a member; null: none. @throws HubError media.not_found, media.only_its_owner, media.not_a_picture */
  async setAvatar(actor: Actor, id: Id | null): Promise<MemberEntry> {
    if (id !== null) {
      const { kind, status, byte_size } = await this.requireOwn(actor, id);
      if (kind !== 'IMAGE' || status !== 'READY' || (byte_size ?? 0) > MAX_AVATAR_BYTES) {
        throw notAPicture(MAX_AVATAR_BYTES);
      }
    }
    await this.unitOfWork.run(async () => {
      await this.rows.setAvatar(actor.memberId, id);
      await this.directory.changed(actor.memberId);
    });
    return (await this.directory.find(actor.memberId))!;
  }

  avatar(mediaId: Id): Promise<{ key: string; mime_type: string } | undefined> {
    return this.rows.avatar(mediaId);
  }

  private async requireOwn(actor: Actor, id: Id): Promise<MediaRow> {
    const [row] = await this.media.visible([id], actor.memberId);
    if (!row) throw noSuchMedia('mediaId');
    if (row.owner_id !== actor.memberId) throw notYourMedia();
    return row;
  }

  private view(actor: Actor, row: MediaRow): MediaView {
    return mediaView(row, actor.memberId, this.links);
  }

  private async takeInSoon(id: Id): Promise<void> {
    await Promise.race([this.takeIn(id), sleep(ARRIVAL_PATIENCE_MS, undefined, { ref: false })]);
  }

  /** The bytes are on disk: what fails from here on the sweeper tries again. */
  private async takeIn(id: Id): Promise<void> {
    try {
      await this.arrival.takeIn(id);
    } catch (error) {
      this.logger.error(`The upload ${id} was finished and could not be taken in yet`, error);
    }
  }
}
