export { InboundMailEntity } from './inbound-mail.entity.js';
export { MailedReplies } from './mailed-replies.service.js';
export { takeMailedReply } from './replies.jobs.js';
export { RepliesWorkerModule } from './replies.worker.module.js';
export { SignedReplyAddresses } from './reply-addresses.js';
export { TakeMailedReplyHandler } from './take-mailed-reply.handler.js';
