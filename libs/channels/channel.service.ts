import { Injectable } from '@nestjs/common';
import { cursorOf, type ForwardPageArgs, Page, type PageRequest, pageRequest } from '#graph';
import type { Actor, Id } from '#kernel';
import type { Involvement } from './channel.entity.js';
import { ChannelRepository, type ReadableRow } from './channel.repository.js';
import { ChannelDirectory, type ChannelEntry } from './channel-directory.js';
import { channelArchived, noSuchChannel, notAMember } from './channels.errors.js';
import { MembershipRepository } from './membership.repository.js';

/** What a member keeps about a channel of theirs. */
export interface Membership {
  involvement: Involvement;
}

/** A channel as one viewer sees it: `membership` null where they have none. */
export interface ChannelView extends ChannelEntry {
  membership: Membership | null;
}

/** Channels as somebody may read them. */
@Injectable()
export class ChannelService {
  constructor(
    private readonly channels: ChannelRepository,
    private readonly memberships: MembershipRepository,
    private readonly directory: ChannelDirectory,
  ) {}

  /** The channel, where the actor may read it: one statement. */
  async find(actor: Actor, id: Id | undefined): Promise<ChannelView | undefined> {
    const row = await this.channels.readable(actor, id);
    return row && this.view(row);
  }

  async findBySlug(actor: Actor, slug: string): Promise<ChannelView | undefined> {
    const row = await this.channels.readableBySlug(actor, slug);
    return row && this.view(row);
  }

  /** The stored ids of those of the slugs that the actor may read, in one statement. */
  async idsBySlugs(actor: Actor, slugs: readonly string[]): Promise<Map<string, Id>> {
    const rows = slugs.length > 0 ? await this.channels.readableBySlugs(actor, slugs) : [];
    return new Map(rows.map(({ slug, id }) => [slug, id]));
  }

  /** @throws HubError channel.not_found */
  async require(actor: Actor, id: Id | undefined): Promise<ChannelView> {
    const channel = await this.find(actor, id);
    if (!channel) throw noSuchChannel();
    return channel;
  }

  /** The channel, where the actor may write in it. @throws HubError channel.not_found, channel.archived */
  async requireWritable(actor: Actor, id: Id | undefined): Promise<ChannelView> {
    const row = await this.channels.readable(actor, id);
    if (!row) throw noSuchChannel();
    if (row.is_archived) throw channelArchived();
    return this.view(row);
  }

  /** Everything that the actor may read, by name. @throws HubError input.page_too_long, input.bad_cursor */
  async page(actor: Actor, args: ForwardPageArgs): Promise<Page<ChannelView>> {
    const request = pageRequest(args, ['text', 'id']);
    return this.pageOf(await this.channels.readablePage(actor, request), request);
  }

  /** The channels that somebody is a member of, by name. @throws HubError input.page_too_long, input.bad_cursor */
  async pageOfMember(memberId: Id, args: ForwardPageArgs): Promise<Page<ChannelView>> {
    const request = pageRequest(args, ['text', 'id']);
    return this.pageOf(await this.channels.pageOfMember(memberId, request), request);
  }

  /** The channel's active members, at most so many. The caller has checked that they may be named. */
  memberIds(channelId: Id, most: number): Promise<Id[]> {
    return this.memberships.activeIds(channelId, most);
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

  /** The channel of a row that the actor may read; its own data from the directory. */
  async view(row: ReadableRow): Promise<ChannelView> {
    const entry = await this.directory.find(row.id);
    return { ...entry!, membership: membershipOf(row) };
  }

  private async pageOf(rows: ReadableRow[], request: PageRequest): Promise<Page<ChannelView>> {
    const loading = this.directory.ensure(rows.map((row) => row.id));
    if (loading) await loading;
    const views = rows.map((row) => ({ ...this.directory.get(row.id), membership: membershipOf(row) }));
    return Page.of(views, request, ({ name, key }) => cursorOf(name, key));
  }
}

const membershipOf = ({ involvement }: ReadableRow): Membership | null => involvement && { involvement };
