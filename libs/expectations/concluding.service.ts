import { Injectable } from '@nestjs/common';
import { channelArchived } from '#channels';
import { UnitOfWork } from '#database';
import { type Actor, Clock, type Id } from '#kernel';
import { checkBody, ThreadService, type ThreadView } from '#threads';
import { openResponses } from './expectation.errors.js';
import { ResponseRepository } from './response.repository.js';
import { ResponseService } from './response.service.js';

/** Ending a thread, with what is still owed in it. */
@Injectable()
export class ConcludingService {
  constructor(
    private readonly responses: ResponseRepository,
    private readonly service: ResponseService,
    private readonly threads: ThreadService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws HubError thread.not_found, thread.concluded, channel.archived, post.empty, input.text_too_long, and
   *   thread.open_responses where answers are owed and nobody said that they are no longer needed
   */
  async conclude(
    actor: Actor,
    threadId: Id | undefined,
    summary: string,
    withdrawOpenResponses: boolean,
  ): Promise<ThreadView> {
    const thread = await this.threads.require(actor, threadId);
    if (thread.channel.archivedAt) throw channelArchived();
    checkBody(summary, { mayBeEmpty: false, field: 'summary' });
    await this.unitOfWork.run(async () => {
      await this.responses.lockThread(thread.key);
      const now = this.clock.now();
      const open = await this.responses.openOfThread(thread.key);
      if (open.length > 0 && !withdrawOpenResponses) throw openResponses(open.length);
      await this.service.withdraw(open, actor.memberId, now, 'The thread was concluded.');
      await this.threads.conclude(thread.key, summary, actor.memberId, now);
    });
    return this.threads.require(actor, thread.key);
  }
}
