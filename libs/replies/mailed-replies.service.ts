import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Config, installationSecret } from '#config';
import { UnitOfWork } from '#database';
import { MemberDirectory, type MemberEntry, MemberRepository } from '#identity';
import { Jobs } from '#jobs';
import { type Actor, Clock, globalId, HubError, type Id, newId, tokenScopes } from '#kernel';
import { Mailer, type ReadMail, readMail, replyText } from '#mail';
import { MediaIntake } from '#media';
import { ReplyingService } from '#posting';
import { InboundMailRepository, type Outcome, type WaitingMail } from './inbound-mail.repository.js';
import { verdictOf } from './mail-verdict.js';
import { refusalMail } from './refusal-mail.js';
import { takeMailedReply } from './replies.jobs.js';
import { ReplyAddressCodec, type ReplyTarget } from './reply-address.js';

const HOUR_MS = 3_600_000;
/** Who is refused more often in an hour hears no more of it: a mail for a mail would never end. */
const MOST_REFUSALS = 5;
const KEPT_MS = 30 * 24 * HOUR_MS;

/** Answers by mail: kept first, then posted as if they had been written in the hub. */
@Injectable()
export class MailedReplies {
  private readonly logger = new Logger(MailedReplies.name);
  private readonly codec: ReplyAddressCodec;

  constructor(
    private readonly mails: InboundMailRepository,
    private readonly members: MemberRepository,
    private readonly directory: MemberDirectory,
    private readonly replying: ReplyingService,
    private readonly intake: MediaIntake,
    private readonly mailer: Mailer,
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.codec = new ReplyAddressCodec(installationSecret(config), config.values.MAIL_IN_DOMAIN);
  }

  knows(address: string): boolean {
    return this.codec.read(address) !== undefined;
  }

  /** Once for each address, however often its sender's server tries. What it resolves for is on disk. */
  async keep(raw: Buffer, recipients: readonly string[]): Promise<void> {
    const { messageId } = await readMail(raw);
    await this.unitOfWork.run(async () => {
      for (const recipient of new Set(recipients.map((one) => one.toLowerCase()))) {
        const fingerprint = createHash('sha256')
          .update(`${recipient}\n`)
          .update(messageId || raw)
          .digest();
        const id = newId();
        if (await this.mails.insert(id, fingerprint, recipient, raw, this.clock.now()))
          await this.jobs.ask(takeMailedReply, { inboundMailId: id });
      }
    });
  }

  /** Posts one, once: a second run finds it settled, and a crash between finds the post by its key. */
  async take(id: Id): Promise<void> {
    const kept = await this.unitOfWork.run(() => this.mails.waiting(id));
    if (!kept) return;
    const { outcome, memberId } = await this.outcomeOf(kept);
    if (outcome !== 'POSTED') this.logger.log(`Mail ${id} was not posted: ${outcome}`);
    await this.mails.settle(id, outcome, memberId, this.clock.now());
  }

  async forgetOld(): Promise<void> {
    await this.mails.forget(new Date(this.clock.nowMs() - KEPT_MS));
  }

  private async outcomeOf({ id, recipient, raw }: WaitingMail): Promise<{ outcome: Outcome; memberId: Id | null }> {
    const mail = await readMail(raw);
    const verdict = verdictOf(mail, this.config.values.MAIL_IN_AUTHSERV);
    if (verdict !== 'HEARD') return { outcome: verdict, memberId: null };
    const target = this.codec.read(recipient);
    const memberId = await this.members.activeIdByAddress(mail.from!);
    const member = memberId && (await this.directory.find(memberId));
    if (!target || !member || member.deactivatedAt || !this.codec.isOf(target, member.key))
      return { outcome: 'NOT_THEIRS', memberId: null };
    try {
      await this.post(id, member, target, mail);
      return { outcome: 'POSTED', memberId: member.key };
    } catch (error) {
      if (!(error instanceof HubError) || error.isReportable) throw error;
      await this.refuse(member, target, mail, error.message);
      return { outcome: 'REFUSED', memberId: member.key };
    }
  }

  private async post(id: Id, member: MemberEntry, { threadId }: ReplyTarget, mail: ReadMail): Promise<void> {
    const actor: Actor = {
      memberId: member.key,
      role: member.role,
      isBot: member.isBot,
      scopes: new Set(tokenScopes),
      credentialId: id,
    };
    const mediaIds: Id[] = [];
    for (const attachment of mail.attachments) mediaIds.push(await this.intake.take(actor, attachment));
    const body = replyText(mail.text);
    const input = { body, mediaIds, moment: null, publishAt: null, idempotencyKey: `mail ${id}` };
    await this.replying.postReply(actor, threadId, { ...input, expectation: { kind: 'FYI' } });
  }

  private async refuse(
    member: MemberEntry,
    { threadId }: ReplyTarget,
    mail: ReadMail,
    sentence: string,
  ): Promise<void> {
    const since = new Date(this.clock.nowMs() - HOUR_MS);
    if (!this.mailer.isConfigured || (await this.mails.refusedSince(member.key, since)) >= MOST_REFUSALS) return;
    const url = `${this.config.publicUrl}/t/${globalId('Thread', threadId)}`;
    await this.mailer.send(refusalMail(member.address!, mail.subject, sentence, url));
  }
}
