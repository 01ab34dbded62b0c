import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { HubContext } from '#graph';
import { MemberDirectory, OrganizationService } from '#identity';
import { Clock, type Id } from '#kernel';
import { Mailer, mailFailureInWords } from '#mail';
import { DigestRepository } from './digest.repository.js';
import { DigestEntries } from './digest-entries.js';
import { digestMail } from './digest-mail.js';

/** Sends digests by mail, each with the rights that its member has at that moment. */
@Injectable()
export class DigestMailing {
  constructor(
    private readonly digests: DigestRepository,
    private readonly entries: DigestEntries,
    private readonly directory: MemberDirectory,
    private readonly organization: OrganizationService,
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Sends it unless it was sent; a copy that a crash makes us send again carries the same message id. */
  async send(digestId: Id): Promise<void> {
    const digest = await this.digests.byId(digestId);
    const member = digest && (await this.directory.find(digest.member_id));
    if (!digest || digest.emailed_at || !member?.address || member.deactivatedAt || !this.mailer.isConfigured) return;
    const reader = {
      memberId: member.key,
      role: member.role,
      isBot: member.isBot,
      scopes: new Set<never>(),
      credentialId: digestId,
    };
    const sections = await this.entries.complete(new HubContext(reader, digestId, ''), digest.sections);
    if (sections.length > 0) {
      const mail = digestMail({
        name: member.name,
        organization: (await this.organization.require()).name,
        timeZone: member.timeZone,
        publicUrl: this.config.publicUrl,
        periodEnd: digest.period_end,
        sections,
      });
      const headers = mail.replyBy ? { 'Reply-By': mail.replyBy.toUTCString() } : undefined;
      const messageId = `digest-${digestId}@${new URL(this.config.publicUrl).hostname}`;
      const { subject, text, html } = mail;
      try {
        await this.mailer.send({ to: member.address, subject, text, html, headers, messageId });
      } catch (error) {
        await this.digests.notMailed(digestId, mailFailureInWords(error));
        throw error;
      }
    }
    await this.digests.mailed(digestId, this.clock.now());
  }
}
