import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { JobHandler } from '#queue';
import { MailedReplies } from './mailed-replies.service.js';
import { takeMailedReply } from './replies.jobs.js';

@Injectable()
export class TakeMailedReplyHandler implements JobHandler<{ inboundMailId: Id }> {
  readonly job = takeMailedReply;

  constructor(private readonly replies: MailedReplies) {}

  async handle({ inboundMailId }: { inboundMailId: Id }): Promise<void> {
    await this.replies.take(inboundMailId);
  }
}
