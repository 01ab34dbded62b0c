import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { PlansModule } from '#plans';
import { AgreementChangesResolver } from './agreement-changes/agreement-changes.resolver.js';
import { ChannelPlans } from './channel.plan.js';
import { ChannelResolver, OrganizationAgreementResolver, ViewerChannelsResolver } from './channel.resolver.js';
import { ChannelAdministrationResolver, InvitationChannelsResolver } from './channel-administration.resolver.js';
import { ChannelMutations } from './channel-verbs.resolver.js';
import { ChannelsModule } from './channels.module.js';

@Module({
  imports: [ChannelsModule, IdentityModule, PlansModule],
  providers: [
    AgreementChangesResolver,
    ChannelAdministrationResolver,
    InvitationChannelsResolver,
    ChannelMutations,
    ChannelPlans,
    ChannelResolver,
    OrganizationAgreementResolver,
    ViewerChannelsResolver,
  ],
  exports: [ChannelsModule],
})
export class ChannelsApiModule {}
