import { Injectable } from '@nestjs/common';
import { cursorOf, type ForwardPageArgs, HubContext, Page, pageRequest } from '#graph';
import { AuditLog, MemberDirectory, type MemberEntry, noSuchMember, requireAdministrator } from '#identity';
import { type Actor, Clock, globalId, type Id } from '#kernel';
import { Mailer, mailFailureInWords } from '#mail';
import { DigestRepository } from './digest.repository.js';
import { digestContents, MAX_SECTION } from './digest-contents.js';
import { DigestEntries } from './digest-entries.js';
import { DigestLetters } from './mails/digest-letter.service.js';
import { ScheduleRepository } from './schedule.repository.js';

const DAY_MS = 86_400_000;

export interface DigestDeliveryView {
  key: Id;
  id: string;
  member: MemberEntry;
  periodEnd: string;
  sentAt: string | null;
  failure: string | null;
  byEmail: boolean;
}

export interface DigestPreviewView {
  subject: string;
  html: string;
  text: string;
  empty: boolean;
  nextAt: string | null;
}

/** Digests as those who look after the hub see them: whether they arrive, and what one would look like. */
@Injectable()
export class DigestAdministration {
  constructor(
    private readonly digests: DigestRepository,
    private readonly schedules: ScheduleRepository,
    private readonly entries: DigestEntries,
    private readonly directory: MemberDirectory,
    private readonly letters: DigestLetters,
    private readonly mailer: Mailer,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Newest first; the caller has checked the right. @throws HubError input.page_too_long, input.bad_cursor */
  async deliveries(args: ForwardPageArgs): Promise<Page<DigestDeliveryView>> {
    const request = pageRequest(args, ['instant', 'id']);
    const rows = await this.digests.deliveries(request.size + 1, request.beyond);
    await this.directory.ensure(rows.map((row) => row.member_id));
    const views = rows.map((row) => ({
      key: row.id,
      id: globalId('DigestDelivery', row.id),
      member: this.directory.get(row.member_id),
      periodEnd: row.period_end,
      sentAt: row.emailed_at,
      failure: row.mail_failure,
      byEmail: row.by_email,
    }));
    return Page.of(views, request, ({ periodEnd, key }) => cursorOf(periodEnd, key));
  }

  /**
   * What the member's digest would hold now, as far as the viewer may read it too: looking after a hub opens no private
   * channel.
   * @throws HubError member.not_found
   */
  async preview(viewer: Actor, memberId: Id | undefined): Promise<DigestPreviewView> {
    const member = memberId && (await this.directory.find(memberId));
    if (!member) throw noSuchMember();
    const schedule = await this.schedules.of(member.key);
    const now = this.clock.now();
    const start = schedule ? new Date(schedule.covered_until) : new Date(now.getTime() - DAY_MS);
    const found = await this.digests.find({ memberId: member.key, role: member.role }, start, now, MAX_SECTION * 2);
    const sections = await this.entries.complete(new HubContext(viewer, 'digest-preview', ''), digestContents(found));
    const { subject, html, text } = await this.letters.write(member, {
      periodStart: start.toISOString(),
      periodEnd: now.toISOString(),
      sections,
    });
    return { subject, html, text, empty: sections.length === 0, nextAt: schedule?.next_at ?? null };
  }

  /** Mails the preview. @throws HubError member.administrators_only, token.scope_missing, member.not_found */
  async sendTest(actor: Actor, memberId: Id | undefined, toEmail: string | null) {
    requireAdministrator(actor);
    const preview = await this.preview(actor, memberId);
    const to = toEmail ?? (await this.directory.find(memberId!))?.address;
    if (!this.mailer.isConfigured) {
      return { ok: false, message: 'No mail server is set.', fix: 'SMTP_URL=smtps://user:password@mail.example.org' };
    }
    if (!to) return { ok: false, message: 'This member has no mail address: name one.', fix: null };
    await this.audit.record('digest.tested', actor, to);
    try {
      const { subject, html, text } = preview;
      await this.mailer.send({ to, subject: `Test: ${subject}`, html, text });
      return { ok: true, message: `The mail server has taken the digest to ${to}.`, fix: null };
    } catch (error) {
      return { ok: false, message: mailFailureInWords(error), fix: 'SMTP_URL' };
    }
  }
}
