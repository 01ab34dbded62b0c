import { buffer } from 'node:stream/consumers';
import { Injectable, Logger } from '@nestjs/common';
import type { Id } from '#kernel';
import { Storage } from '#storage';
import { MediaRepository } from './media.repository.js';

/** A still picture of a recording, or a picture itself, with its bytes. */
export interface Poster {
  contentType: string;
  content: Buffer;
}

/** Larger ones are not carried in a mail. */
const MAX_BYTES = 250_000;

/** Posters with their bytes, for what cannot follow a signed address: a mail is read when the address has ended. */
@Injectable()
export class PostersService {
  private readonly logger = new Logger(PostersService.name);

  constructor(
    private readonly media: MediaRepository,
    private readonly storage: Storage,
  ) {}

  /** By post: the first that each has, of `most` posts in their order. The caller has found the posts to be readable. */
  async ofPosts(postIds: readonly Id[], most: number): Promise<Map<Id, Poster>> {
    const posters = new Map<Id, Poster>();
    if (postIds.length === 0) return posters;
    const rows = await this.media.ofPosts(postIds);
    for (const postId of postIds) {
      if (posters.size === most) break;
      const found = rows.find(
        ({ post_id, renditions }) => post_id === postId && (renditions.POSTER ?? renditions.IMAGE),
      );
      const rendition = found && (found.renditions.POSTER ?? found.renditions.IMAGE);
      const poster = rendition && (await this.read(rendition));
      if (poster) posters.set(postId, poster);
    }
    return posters;
  }

  /** A picture that cannot be had is left out: the words come all the same. */
  private async read({ key, mimeType }: { key: string; mimeType: string }): Promise<Poster | undefined> {
    try {
      const { stream, byteSize } = await this.storage.get(key);
      if (byteSize > MAX_BYTES) {
        stream.destroy();
        return undefined;
      }
      return { contentType: mimeType, content: await buffer(stream) };
    } catch (error) {
      this.logger.warn(`The poster ${key} is left out of a mail: ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  }
}
