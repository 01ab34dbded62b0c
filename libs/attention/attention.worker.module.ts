import { Module } from '@nestjs/common';
import { AttentionModule } from './attention.module.js';
import { MailDigestHandler } from './mail-digest.handler.js';
import { MakeDigestHandler } from './make-digest.handler.js';

const handlers = [MailDigestHandler, MakeDigestHandler];

@Module({ imports: [AttentionModule], providers: handlers, exports: [AttentionModule, ...handlers] })
export class AttentionWorkerModule {}
