import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { HubContext } from '#graph';
import { MemberDirectory } from '#identity';
import { Clock, type Id } from '#kernel';
import { Mailer, mailFailureInWords } from '#mail';
import { PostersService } from '#media';
import { DigestRepository } from './digest.repository.js';
import { DigestEntries } from './digest-entries.js';
import { DigestLetters } from './mails/digest-letter.service.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

/** A mail stays small enough to be read on the way. */
const MOST_POSTERS = 6;

/** Sends digests by mail, each with the rights that its member has at that moment. */
@Injectable()
export class DigestMailing {
  constructor(
    private readonly digests: DigestRepository,
    private readonly entries: DigestEntries,
    private readonly directory: MemberDirectory,
    private readonly letters: DigestLetters,
    private readonly posters: PostersService,
    private readonly links: UnsubscribeLinks,
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
      const mail = await this.letters.write(member, {
        periodStart: digest.period_start,
        periodEnd: digest.period_end,
        sections,
        unsubscribeUrl: this.links.url(member.key, 'digest'),
        posters: await this.posters.ofPosts(
          sections.flatMap(({ entries }) => entries.map(({ post }) => post.key)),
          MOST_POSTERS,
        ),
      });
      const headers = {
        ...this.links.headers(member.key, 'digest'),
        ...(mail.replyBy ? { 'Reply-By': mail.replyBy.toUTCString() } : {}),
      };
      const messageId = `digest-${digestId}@${new URL(this.config.publicUrl).hostname}`;
      const { subject, text, html, pictures } = mail;
      try {
        await this.mailer.send({ to: member.address, subject, text, html, pictures, headers, messageId });
      } catch (error) {
        await this.digests.notMailed(digestId, mailFailureInWords(error));
        throw error;
      }
    }
    await this.digests.mailed(digestId, this.clock.now());
  }
}
