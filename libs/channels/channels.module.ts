import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { AgreementRepository } from './agreement.repository.js';
import { AgreementService } from './agreement.service.js';
import { AgreementChangesRepository } from './agreement-changes/agreement-changes.repository.js';
import { UnseenAgreements } from './agreement-changes/agreement-changes.service.js';
import { ChannelRepository } from './channel.repository.js';
import { ChannelService } from './channel.service.js';
import { ChannelAccessChanges } from './channel-access-changed.js';
import { ChannelAdministration } from './channel-administration.service.js';
import { ChannelCreation } from './channel-creation.service.js';
import { ChannelDirectory } from './channel-directory.js';
import { ChannelMembers } from './channel-members.js';
import { InvitedMembers } from './invited-members.js';
import { MembershipRepository } from './membership.repository.js';
import { MembershipService } from './membership.service.js';
import { PromisedChannelsRepository } from './promised-channels.repository.js';

const provided = [
  AgreementService,
  ChannelAdministration,
  ChannelCreation,
  ChannelDirectory,
  ChannelMembers,
  ChannelService,
  MembershipService,
  UnseenAgreements,
];

@Module({
  imports: [IdentityModule],
  providers: [
    ...provided,
    AgreementChangesRepository,
    AgreementRepository,
    ChannelAccessChanges,
    ChannelRepository,
    InvitedMembers,
    MembershipRepository,
    PromisedChannelsRepository,
  ],
  exports: provided,
})
export class ChannelsModule {}
