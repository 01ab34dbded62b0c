import { Injectable } from '@nestjs/common';
import type { Actor, Id } from '#kernel';
import type { Involvement } from './channel.entity.js';
import { ChannelRepository, type ReadableRow } from './channel.repository.js';
import { ChannelDirectory, type ChannelEntry } from './channel-directory.js';
import { channelArchived, noSuchChannel, notAMember } from './channels.errors.js';
import { MembershipRepository } from './membership.repository.js';

/** A channel as one viewer sees it: `membership` null where they have none. */
export interface ChannelView extends ChannelEntry {
  membership: { involvement: Involvement } | null;
}

@Injectable()
export class ChannelService {
  constructor(
    private readonly channels: ChannelRepository,
    private readonly memberships: MembershipRepository,
    private readonly directory: ChannelDirectory,
  ) {}

  /** The channel, where the actor may read it: one statement. */
  async find(actor: Actor, id: Id): Promise<ChannelView | undefined> {
    return this.view(await this.channels.readable(actor, id));
  }

  async findBySlug(actor: Actor, slug: string): Promise<ChannelView | undefined> {
    return this.view(await this.channels.readableBySlug(actor, slug));
  }

  /** @throws HubError channel.not_found */
  async require(actor: Actor, id: Id | undefined): Promise<ChannelView> {
    const channel = id && (await this.find(actor, id));
    if (!channel) throw noSuchChannel();
    return channel;
  }

  /** The channel, where the actor may write in it. @throws HubError channel.not_found, channel.archived */
  async requireWritable(actor: Actor, id: Id | undefined): Promise<ChannelView> {
    const row = id && (await this.channels.readable(actor, id));
    if (!row) throw noSuchChannel();
    if (row.is_archived) throw channelArchived();
    return (await this.view(row))!;
  }

  /** The channel's active members, at most so many. The caller has checked that they may be named. */
  memberIds(channelId: Id, most: number): Promise<Id[]> {
    return this.memberships.memberIds(channelId, most);
  }

  /** Those of the members who are active and may read the channel: nobody is asked about what they cannot see. */
  async readers(channelId: Id, memberIds: readonly Id[]): Promise<Set<Id>> {
    return new Set(memberIds.length > 0 ? await this.memberships.readers(channelId, memberIds) : []);
  }

  /** How closely a member follows one of their channels. @throws HubError channel.not_found, channel.not_a_member */
  async setInvolvement(actor: Actor, channelId: Id | undefined, involvement: Involvement): Promise<void> {
    if (channelId && (await this.memberships.involve(channelId, actor.memberId, involvement))) return;
    await this.require(actor, channelId);
    throw notAMember();
  }

  private async view(row: ReadableRow | undefined): Promise<ChannelView | undefined> {
    const entry = row && (await this.directory.find(row.id));
    return entry && { ...entry, membership: row.involvement && { involvement: row.involvement } };
  }
}
