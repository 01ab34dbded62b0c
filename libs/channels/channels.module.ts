import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { ChannelRepository } from './channel.repository.js';
import { ChannelService } from './channel.service.js';
import { ChannelDirectory } from './channel-directory.js';
import { MembershipRepository } from './membership.repository.js';

@Module({
  imports: [IdentityModule],
  providers: [ChannelDirectory, ChannelRepository, ChannelService, MembershipRepository],
  exports: [ChannelDirectory, ChannelService],
})
export class ChannelsModule {}
