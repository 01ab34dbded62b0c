import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '#database';
import { MemberJoined } from '#identity';
import { MembershipRepository } from './membership.repository.js';

/** Brings who accepts an invitation into the channels that it named, together with their becoming a member. */
@Injectable()
export class InvitedMembers implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly memberships: MembershipRepository,
  ) {}

  onModuleInit(): void {
    this.events.onBeforeCommit(MemberJoined, async ({ memberId, channelIds }) => {
      if (channelIds.length > 0) await this.memberships.addToOpen(memberId, channelIds);
    });
  }
}
