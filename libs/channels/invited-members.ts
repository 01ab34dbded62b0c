import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '#database';
import { ChannelsPromised, MemberJoined } from '#identity';
import type { Actor, Id } from '#kernel';
import { channelArchived, directIsFixed, noSuchChannel } from './channels.errors.js';
import { MembershipRepository } from './membership.repository.js';
import { PromisedChannelsRepository } from './promised-channels.repository.js';

/**
 * Brings who accepts an invitation into the channels that it named, together with their becoming a member; and sees to
 * it that nobody invites into channels that they cannot read themselves.
 */
@Injectable()
export class InvitedMembers implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly memberships: MembershipRepository,
    private readonly promised: PromisedChannelsRepository,
  ) {}

  onModuleInit(): void {
    this.events.onBeforeCommit(ChannelsPromised, ({ inviter, channelIds }) => this.check(inviter, channelIds));
    this.events.onBeforeCommit(MemberJoined, async ({ memberId, channelIds }) => {
      if (channelIds.length > 0) await this.memberships.addToOpen(memberId, channelIds);
    });
  }

  /** @throws HubError channel.not_found, channel.direct_is_fixed, channel.archived */
  private async check(inviter: Actor, channelIds: readonly Id[]): Promise<void> {
    const asked = new Set(channelIds);
    if (asked.size === 0) return;
    const rows = await this.promised.readable(inviter, [...asked]);
    if (rows.length < asked.size) throw noSuchChannel('channelIds');
    if (rows.some(({ visibility }) => visibility === 'DIRECT')) throw directIsFixed();
    if (rows.some(({ is_archived }) => is_archived)) throw channelArchived();
  }
}
