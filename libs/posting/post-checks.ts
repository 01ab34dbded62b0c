import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { MediaService, noSuchMedia } from '#media';
import { checkBody } from '#threads';
import type { PostInput } from './draft.js';
import { badIdempotencyKey, badMoment, publishInThePast, publishTooFar } from './posting.errors.js';

const MAX_IDEMPOTENCY_KEY = 200;
const MAX_WAIT_DAYS = 366;
const DAY_MS = 86_400_000;

/** What can be refused of a post before anyone looks where it goes. */
@Injectable()
export class PostChecks {
  constructor(private readonly media: MediaService) {}

  /** @throws HubError post.empty, input.text_too_long, post.publish_in_the_past, post.bad_moment, media.* … */
  async check(actor: Actor, input: PostInput, nowMs: number): Promise<void> {
    checkBody(input.body, { mayBeEmpty: input.mediaIds.length > 0 });
    const { idempotencyKey, publishAt, moment, mediaIds } = input;
    if (idempotencyKey !== null && (idempotencyKey === '' || idempotencyKey.length > MAX_IDEMPOTENCY_KEY)) {
      throw badIdempotencyKey(MAX_IDEMPOTENCY_KEY);
    }
    if (publishAt !== null) {
      const waitMs = Date.parse(publishAt) - nowMs;
      if (waitMs <= 0) throw publishInThePast();
      if (waitMs > MAX_WAIT_DAYS * DAY_MS) throw publishTooFar(MAX_WAIT_DAYS);
    }
    if (moment && !(moment.seconds >= 0 && moment.seconds < 86_400)) throw badMoment();
    if (mediaIds.length > 0) await this.media.requireOwnAttachable(actor, mediaIds);
    if (moment && !(await this.media.find(actor, moment.mediaId))) throw noSuchMedia('moment.mediaId');
  }
}
