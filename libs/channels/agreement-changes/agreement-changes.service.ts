import { Injectable } from '@nestjs/common';
import { MemberDirectory, type MemberEntry } from '#identity';
import type { Actor, Id } from '#kernel';
import type { Agreement } from '../agreement.js';
import { ChannelService } from '../channel.service.js';
import { ChannelDirectory, type ChannelEntry } from '../channel-directory.js';
import { noSuchChannel } from '../channels.errors.js';
import { AgreementChangesRepository } from './agreement-changes.repository.js';

export interface AgreementChangeView {
  channel: ChannelEntry | null;
  before: Agreement;
  now: Agreement;
  changedAt: string;
  changedBy: MemberEntry | null;
}

/** What has changed in the agreements that a member lives by, until they have seen it. */
@Injectable()
export class UnseenAgreements {
  constructor(
    private readonly changes: AgreementChangesRepository,
    private readonly channels: ChannelService,
    private readonly directory: ChannelDirectory,
    private readonly people: MemberDirectory,
  ) {}

  /** Newest first. */
  async of(actor: Actor): Promise<AgreementChangeView[]> {
    const rows = await this.changes.unseen(actor.memberId);
    await Promise.all([
      this.people.ensure(rows.map(({ changedById }) => changedById)),
      this.directory.ensure(rows.flatMap(({ channelId }) => channelId ?? [])),
    ]);
    return rows.map(({ channelId, changedById, ...row }) => ({
      ...row,
      channel: channelId ? this.directory.get(channelId) : null,
      changedBy: this.people.get(changedById),
    }));
  }

  /** @param channelId null: the organisation's @throws HubError channel.not_found */
  async seen(actor: Actor, channelId: Id | null | undefined, version: number): Promise<void> {
    if (channelId === undefined) throw noSuchChannel();
    if (channelId && !(await this.channels.find(actor, channelId))) throw noSuchChannel();
    await this.changes.seen(actor.memberId, channelId, version);
  }
}
