import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { HubContext } from '#graph';
import { CalendarService, MemberDirectory, type MemberEntry, OrganizationService, workingTimes } from '#identity';
import { Clock, groupBy, type Id } from '#kernel';
import { Mailer, mailFailureInWords } from '#mail';
import { DigestEntries } from '../digest-entries.js';
import { UnsubscribeLinks } from '../unsubscribe-links.js';
import { DeliveryRepository, type DeliveryRow } from './delivery.repository.js';
import { type NotificationItem, notificationMail } from './notification-mail.js';
import { PushSender } from './push-sender.port.js';
import { ReplyAddresses } from './reply-addresses.port.js';
import { kindWords, sentenceOf } from './rule-words.js';

/** More than these are one note. */
const MOST_NOTES = 3;
/** Who has not looked by then finds it in the hub. */
const KEPT_AT_MOST_MS = 8 * 3_600_000;
const KEPT_IF_URGENT_MS = 3_600_000;

/** Carries by mail and push what was handed over, with the rights that its member has at that moment. */
@Injectable()
export class Notifications {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly entries: DigestEntries,
    private readonly directory: MemberDirectory,
    private readonly calendars: CalendarService,
    private readonly organization: OrganizationService,
    private readonly mailer: Mailer,
    private readonly push: PushSender,
    private readonly replies: ReplyAddresses,
    private readonly links: UnsubscribeLinks,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** One mail to one member. A copy that a crash makes us send again carries the same message id. */
  async mail(deliveryIds: readonly Id[]): Promise<void> {
    await this.carry(deliveryIds, async (member, rows, items) => {
      const threadIds = new Set(rows.map(({ threadId }) => threadId));
      const { hostname } = new URL(this.config.publicUrl);
      const [threadId] = threadIds;
      const replyTo = threadIds.size === 1 ? this.replies.addressFor(member.key, threadId!) : undefined;
      const mail = notificationMail({
        organization: (await this.organization.require()).name,
        timeZone: member.timeZone,
        unsubscribeUrl: this.links.url(member.key, 'deliveries'),
        inboxUrl: `${this.config.publicUrl}/inbox`,
        isAnswerable: replyTo !== undefined,
        items,
      });
      await this.mailer.send({
        to: member.address!,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: {
          ...this.links.headers(member.key, 'deliveries'),
          ...(mail.replyBy ? { 'Reply-By': mail.replyBy.toUTCString() } : {}),
          ...(replyTo ? { 'Reply-To': replyTo } : {}),
          // Mail programs show what belongs to one thread together.
          ...(threadIds.size === 1 ? { References: `<thread-${threadId}@${hostname}>` } : {}),
        },
        messageId: `delivery-${rows[0]!.id}@${hostname}`,
      });
    });
  }

  /** To the devices of one member: a note for each, or one for many. */
  async notify(deliveryIds: readonly Id[]): Promise<void> {
    await this.carry(deliveryIds, async (member, rows, items) => {
      const keepMs = await this.keptMs(member.key);
      const isUrgent = items.some(({ kind }) => kind === 'URGENT');
      if (items.length > MOST_NOTES) {
        const title = `${items.length} things for you`;
        const body = [...new Set(items.map((item) => item.title))].slice(0, MOST_NOTES).join(', ');
        await this.push.send(member.key, {
          title,
          body,
          url: `${this.config.publicUrl}/inbox`,
          tag: 'several',
          isUrgent,
          keepMs: isUrgent ? KEPT_IF_URGENT_MS : keepMs,
        });
        return;
      }
      for (const [n, { kind, by, title, link }] of items.entries()) {
        const note = { title: by ? `${kindWords[kind]}, from ${by}` : kindWords[kind], body: title, url: link };
        const now = kind === 'URGENT';
        await this.push.send(member.key, {
          ...note,
          tag: rows[n]!.eventKey,
          isUrgent: now,
          keepMs: now ? KEPT_IF_URGENT_MS : keepMs,
        });
      }
    });
  }

  /** Until the end of the working time in which the member is: a device that is on at night shows nothing then. */
  private async keptMs(memberId: Id): Promise<number> {
    const calendar = (await this.calendars.of([memberId])).get(memberId);
    const nowMs = this.clock.nowMs();
    const [present] = calendar ? workingTimes(calendar, nowMs, nowMs + KEPT_AT_MOST_MS, 1) : [];
    return present && Date.parse(present.start) <= nowMs ? Date.parse(present.end) - nowMs : 0;
  }

  private async carry(
    deliveryIds: readonly Id[],
    send: (member: MemberEntry, rows: readonly DeliveryRow[], items: readonly NotificationItem[]) => Promise<void>,
  ): Promise<void> {
    const handed = await this.deliveries.handed(deliveryIds);
    for (const [memberId, rows] of groupBy(handed, (row) => row.memberId)) {
      const member = await this.directory.find(memberId);
      const told = member && !member.deactivatedAt ? await this.told(member, rows) : [];
      const toldIds = told.map(({ row }) => row.id);
      await this.drop(rows.filter(({ id }) => !toldIds.includes(id)));
      if (!member || told.length === 0) continue;
      try {
        await send(
          member,
          told.map(({ row }) => row),
          told.map(({ item }) => item),
        );
      } catch (error) {
        await this.deliveries.notCarried(toldIds, mailFailureInWords(error));
        throw error;
      }
      await this.deliveries.carried(toldIds, this.clock.now());
    }
  }

  /** What they may not read any more reaches them no more. */
  private async drop(rows: readonly DeliveryRow[]): Promise<void> {
    const at = this.clock.now().toISOString();
    await this.deliveries.settle(rows.map(({ id }) => ({ id, rule: 'NO_ACCESS', dropped_at: at })));
  }

  /** What the member may still read; the rest is left out. */
  private async told(member: MemberEntry, rows: readonly DeliveryRow[]) {
    const reader = {
      memberId: member.key,
      role: member.role,
      isBot: member.isBot,
      scopes: new Set<never>(),
      credentialId: rows[0]!.id,
    };
    const context = new HubContext(reader, rows[0]!.id, '');
    await this.directory.ensure(rows.flatMap(({ actorId }) => (actorId ? [actorId] : [])));
    const told = await Promise.all(rows.map(async (row) => ({ row, item: await this.item(context, row) })));
    return told.flatMap(({ row, item }) => (item ? [{ row, item }] : []));
  }

  private async item(context: HubContext, row: DeliveryRow): Promise<NotificationItem | undefined> {
    if (!row.postId) return undefined;
    const listed = { threadId: row.threadId, postId: row.postId, expectedResponseId: row.responseId ?? undefined };
    const entry = await this.entries.entry(context, row.kind === 'CONCLUDED' ? 'CONCLUSIONS' : 'MENTIONS', listed);
    if (!entry) return undefined;
    const { thread, post, expectedResponse } = entry;
    return {
      kind: row.kind,
      title: thread.title,
      channel: thread.channel.name,
      link: `${this.config.publicUrl}/t/${thread.id}`,
      by: row.kind === 'REMINDER' ? post.author.name : row.actorId && this.directory.get(row.actorId).name,
      dueAt: expectedResponse?.dueAt ?? null,
      excerpt: entry.excerpt,
      readingSeconds: entry.readingSeconds,
      listeningSeconds: entry.listeningSeconds,
      why: sentenceOf(row.kind, row.rule),
    };
  }
}
