import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { AuditLog, MemberDirectory, type MemberEntry, requireAdministrator } from '#identity';
import type { Actor, Id } from '#kernel';
import { type Agreement, type AgreementChanges, type AgreementTerms, changedTerms } from './agreement.js';
import { AgreementRepository } from './agreement.repository.js';
import { mayChangeAgreement } from './channel.policy.js';
import { ChannelRepository, type ReadableRow } from './channel.repository.js';
import { ChannelService, type ChannelView } from './channel.service.js';
import { ChannelDirectory } from './channel-directory.js';
import { channelArchived, noSuchChannel, notYourAgreement } from './channels.errors.js';

export interface AgreementVersionView {
  version: number;
  agreement: Agreement;
  changedAt: string;
  changedBy: MemberEntry;
}

/** Each change of an agreement is a new version on top of what is in force; former versions stay. */
@Injectable()
export class AgreementService {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly channels: ChannelRepository,
    private readonly views: ChannelService,
    private readonly directory: ChannelDirectory,
    private readonly people: MemberDirectory,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The organisation's own, in force in every channel without one. */
  ofOrganization(): Promise<Agreement> {
    return this.agreements.ofOrganization();
  }

  /** @throws HubError channel.not_found, channel.archived, agreement.not_yours */
  async updateChannel(actor: Actor, channelId: Id | undefined, changes: AgreementChanges): Promise<ChannelView> {
    const channel = await this.unitOfWork.run(async () => {
      const row = await this.channels.readableLocked(actor, channelId);
      if (!row) throw noSuchChannel();
      if (!mayChangeAgreement(actor, { createdById: row.created_by_id })) throw notYourAgreement();
      if (row.is_archived) throw channelArchived();
      const terms = changedTerms(await this.agreements.ofChannel(row.id), changes);
      await this.insert(actor, row, terms);
      return row;
    });
    return this.views.view(channel);
  }

  /** @throws HubError member.administrators_only, token.scope_missing */
  async updateOrganization(actor: Actor, changes: AgreementChanges): Promise<Agreement> {
    requireAdministrator(actor);
    await this.unitOfWork.run(async () => {
      await this.agreements.holdOrganization();
      await this.insert(actor, null, changedTerms(await this.agreements.ofOrganization(), changes));
    });
    return this.agreements.ofOrganization();
  }

  /** Every version of the organisation's own, newest first; the caller has checked that they may be seen. */
  async versions(): Promise<AgreementVersionView[]> {
    const rows = await this.agreements.versionsOfOrganization();
    const loading = this.people.ensure(rows.map((row) => row.createdById));
    if (loading) await loading;
    return rows.map(({ agreement, createdById, createdAt }) => ({
      version: agreement.version,
      agreement,
      changedAt: createdAt,
      changedBy: this.people.get(createdById),
    }));
  }

  private async insert(actor: Actor, channel: ReadableRow | null, terms: AgreementTerms): Promise<void> {
    const version = await this.agreements.insert(channel?.id ?? null, terms, actor.memberId);
    await this.directory.changed(channel?.id ?? null);
    await this.audit.record('agreement.changed', actor, `${channel?.slug ?? 'the organisation'}, version ${version}`);
  }
}
