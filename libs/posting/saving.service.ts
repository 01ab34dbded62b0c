import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Ask } from '#expectations';
import type { Actor } from '#kernel';
import { NamesService, postView, ThreadService } from '#threads';
import { rowOf } from './draft.js';
import { PostingRepository } from './posting.repository.js';
import type { PostValues } from './publish.statement.js';
import type { Posted } from './publishing.service.js';

/** Keeps a post until its hour. Only its author sees it; whom it asks is decided now, when it reaches them then. */
@Injectable()
export class SavingService {
  constructor(
    private readonly posting: PostingRepository,
    private readonly threads: ThreadService,
    private readonly names: NamesService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns undefined where the author may not post there; nothing was written then */
  async save(actor: Actor, values: PostValues, ask: Ask, publishAt: string): Promise<Posted | undefined> {
    const recipientIds = ask.responses.map(({ recipientId }) => recipientId);
    const isSaved = await this.unitOfWork.run(
      async () =>
        (!values.title || (await this.posting.saveThread(values))) &&
        (await this.posting.savePost(values, recipientIds, new Date(publishAt))),
    );
    if (!isSaved) return undefined;
    const thread = await this.threads.require(actor, values.thread);
    return { thread, post: postView(rowOf(values, null, publishAt), this.names, thread) };
  }
}
