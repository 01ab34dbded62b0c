import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { cursorOf, type ForwardPageArgs, type HubContext, Page, type PageRequest, pageRequest } from '#graph';
import { MemberDirectory, type MemberEntry } from '#identity';
import { type Actor, groupBy, type Id } from '#kernel';
import type { Membership } from './channel.service.js';
import { MembershipRepository } from './membership.repository.js';

/** The people of many channels at once, for one operation: one statement for all that ask. */
@Injectable()
export class ChannelMembers {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly people: MemberDirectory,
  ) {}

  /** What the viewer keeps about each channel; null where they are no member. */
  viewersMembership(context: HubContext): DataLoader<Id, Membership | null> {
    return context.loader('channel.membership', async (ids: readonly Id[]) => {
      const rows = await this.memberships.ofMember(context.signedIn.memberId, ids);
      const byChannel = new Map(rows.map((row) => [row.channel_id, row]));
      return ids.map((id) => byChannel.get(id) ?? null);
    });
  }

  /** How many active members each channel has. The viewer sees these channels. */
  counts(context: HubContext): DataLoader<Id, number> {
    return context.loader('channel.member_count', async (ids: readonly Id[]) => {
      const byChannel = new Map((await this.memberships.counts(ids)).map((row) => [row.channel_id, row.count]));
      return ids.map((id) => byChannel.get(id) ?? 0);
    });
  }

  /** Active members by name; nobody in a channel that the viewer may not read. @throws HubError input.page_too_long, input.bad_cursor */
  page(context: HubContext, channelId: Id, args: ForwardPageArgs): Promise<Page<MemberEntry>> {
    const request = pageRequest(args, ['text', 'id']);
    return context
      .loader(`channel.members:${request.size}:${request.beyond?.join() ?? ''}`, (ids: readonly Id[]) =>
        this.pages(context.signedIn, ids, request),
      )
      .load(channelId);
  }

  private async pages(actor: Actor, channelIds: readonly Id[], request: PageRequest): Promise<Page<MemberEntry>[]> {
    const rows = await this.memberships.pages(actor, channelIds, request);
    const loading = this.people.ensure(rows.map((row) => row.member_id));
    if (loading) await loading;
    const byChannel = groupBy(rows, (row) => row.channel_id);
    return channelIds.map((id) => {
      const members = (byChannel.get(id) ?? []).map((row) => this.people.get(row.member_id));
      return Page.of(members, request, ({ name, key }) => cursorOf(name, key));
    });
  }
}
