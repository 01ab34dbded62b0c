import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { MediaModule } from '#media';
import { PostingModule } from '#posting';
import { InboundMailRepository } from './inbound-mail.repository.js';
import { MailedReplies } from './mailed-replies.service.js';
import { TakeMailedReplyHandler } from './take-mailed-reply.handler.js';

@Module({
  imports: [IdentityModule, MediaModule, PostingModule],
  providers: [InboundMailRepository, MailedReplies, TakeMailedReplyHandler],
  exports: [MailedReplies, TakeMailedReplyHandler],
})
export class RepliesWorkerModule {}
