import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { AuditLog } from '#identity';
import type { Actor, Id } from '#kernel';
import { mayAddMembers } from './channel.policy.js';
import { ChannelRepository } from './channel.repository.js';
import { ChannelService, type ChannelView } from './channel.service.js';
import { ChannelAccessChanges } from './channel-access-changed.js';
import {
  channelArchived,
  directIsFixed,
  lastMember,
  membersOnly,
  noSuchChannel,
  noSuchMembers,
} from './channels.errors.js';
import { MembershipRepository } from './membership.repository.js';

/** Who comes into a channel and who goes. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly channels: ChannelRepository,
    private readonly memberships: MembershipRepository,
    private readonly views: ChannelService,
    private readonly access: ChannelAccessChanges,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Whoever may read a channel may join it: what is not PUBLIC, and everything for guests, is read by members alone.
   * @throws HubError channel.not_found, channel.archived
   */
  async join(actor: Actor, channelId: Id | undefined): Promise<ChannelView> {
    const channel = await this.channels.readable(actor, channelId);
    if (!channel) throw noSuchChannel();
    if (channel.involvement) return this.views.view(channel);
    if (channel.is_archived) throw channelArchived();
    await this.unitOfWork.run(async () => {
      await this.addAll(channel.id, [actor.memberId]);
      await this.audit.record('channel.joined', actor, channel.slug);
    });
    return this.views.view({ ...channel, involvement: 'FOLLOWING' });
  }

  /**
   * Leaving twice changes nothing. The last one stays in a private channel: what is written there would be lost to all.
   * @throws HubError channel.not_found, channel.direct_is_fixed, channel.last_member
   */
  async leave(actor: Actor, channelId: Id | undefined): Promise<ChannelView> {
    const left = await this.unitOfWork.run(async () => {
      const channel = await this.channels.readableLocked(actor, channelId);
      if (!channel) throw noSuchChannel();
      if (channel.visibility === 'DIRECT') throw directIsFixed();
      if (!channel.involvement) return channel;
      const mayEmpty = channel.visibility === 'PUBLIC';
      if (!(await this.memberships.remove(channel.id, actor.memberId, mayEmpty))) throw lastMember();
      await this.access.tell(channel.id, actor.memberId);
      await this.audit.record('channel.left', actor, channel.slug);
      return channel;
    });
    return this.views.view({ ...left, involvement: null });
  }

  /**
   * Adds all of them or, where one is unknown or deactivated, nobody. Who is in the channel already stays as they are.
   * @throws HubError channel.not_found, channel.direct_is_fixed, channel.archived, channel.members_only, member.not_found
   */
  async add(actor: Actor, channelId: Id | undefined, memberIds: readonly Id[]): Promise<ChannelView> {
    const channel = await this.channels.readable(actor, channelId);
    if (!channel) throw noSuchChannel();
    if (channel.visibility === 'DIRECT') throw directIsFixed();
    if (channel.is_archived) throw channelArchived();
    if (!mayAddMembers(actor, { isMember: channel.involvement !== null })) throw membersOnly();
    await this.unitOfWork.run(async () => {
      const handles = await this.addAll(channel.id, memberIds);
      const subject = `${channel.slug}: ${handles.join(', ')}`;
      if (handles.length > 0) await this.audit.record('channel.members_added', actor, subject);
    });
    const joined = memberIds.includes(actor.memberId) ? 'FOLLOWING' : null;
    return this.views.view({ ...channel, involvement: channel.involvement ?? joined });
  }

  /**
   * All or, where one is unknown, none: call within a transaction. The caller has checked that they may.
   * @returns the handles of those who are new
   * @throws HubError member.not_found
   */
  async addAll(channelId: Id, memberIds: readonly Id[]): Promise<string[]> {
    const people = await this.memberships.add(channelId, memberIds);
    const known = new Set(people.map(({ id }) => id));
    const unknown = memberIds.filter((id) => !known.has(id));
    if (unknown.length > 0) throw noSuchMembers(unknown);
    return people.filter((person) => person.is_new).map((person) => person.handle);
  }
}
