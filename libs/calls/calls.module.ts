import { Module } from '@nestjs/common';
import { ChannelsModule } from '#channels';
import { ExpectationsModule } from '#expectations';
import { IdentityModule } from '#identity';
import { PostingModule } from '#posting';
import { ThreadsModule } from '#threads';
import { CallRepository } from './call.repository.js';
import { CallReading } from './call-reading.service.js';
import { InvitationService } from './invitation.service.js';
import { ProposingService } from './proposing.service.js';
import { CallSettling } from './settling.service.js';

const provided = [CallReading, CallRepository, CallSettling, InvitationService, ProposingService];

@Module({
  imports: [IdentityModule, ChannelsModule, ThreadsModule, ExpectationsModule, PostingModule],
  providers: provided,
  exports: provided,
})
export class CallsModule {}
