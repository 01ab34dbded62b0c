import { Module } from '@nestjs/common';
import { CallsModule } from './calls.module.js';
import { MailInvitationHandler } from './mail-invitation.handler.js';

@Module({ imports: [CallsModule], providers: [MailInvitationHandler], exports: [CallsModule, MailInvitationHandler] })
export class CallsWorkerModule {}
