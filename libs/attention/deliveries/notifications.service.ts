import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { CalendarService, OrganizationService, PreferencesService, workingTimes } from '#identity';
import { Clock, type Id } from '#kernel';
import { Mailer } from '#mail';
import { wordsIn } from '#words';
import { kindHead, notificationMail } from '../mails/notification-mail.js';
import { UnsubscribeLinks } from '../unsubscribe-links.js';
import { CarryingService } from './carrying.service.js';
import { PushSender } from './push-sender.port.js';
import { ReplyAddresses } from './reply-addresses.port.js';

/** More than these are one note. */
const MOST_NOTES = 3;
/** Who has not looked by then finds it in the hub. */
const KEPT_AT_MOST_MS = 8 * 3_600_000;
const KEPT_IF_URGENT_MS = 3_600_000;

/** Carries by mail and push what was handed over. */
@Injectable()
export class Notifications {
  constructor(
    private readonly carrying: CarryingService,
    private readonly calendars: CalendarService,
    private readonly organization: OrganizationService,
    private readonly preferences: PreferencesService,
    private readonly mailer: Mailer,
    private readonly push: PushSender,
    private readonly replies: ReplyAddresses,
    private readonly links: UnsubscribeLinks,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** One mail to one member. A copy that a crash makes us send again carries the same message id. */
  async mail(deliveryIds: readonly Id[]): Promise<void> {
    await this.carrying.carry(deliveryIds, async (member, rows, items) => {
      const threadIds = new Set(rows.map(({ threadId }) => threadId));
      const { hostname } = new URL(this.config.publicUrl);
      const [threadId] = threadIds;
      const replyTo = threadIds.size === 1 ? this.replies.addressFor(member.key, threadId!) : undefined;
      const mail = await notificationMail({
        organization: (await this.organization.require()).name,
        timeZone: member.timeZone,
        locale: (await this.preferences.of(member.key)).locale,
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
    await this.carrying.carry(deliveryIds, async (member, rows, items) => {
      const keepMs = await this.keptMs(member.key);
      const words = wordsIn((await this.preferences.of(member.key)).locale);
      const isUrgent = items.some(({ kind }) => kind === 'URGENT');
      if (items.length > MOST_NOTES) {
        const title = words.say('{count} things for you', { count: items.length });
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
        const note = { title: kindHead(words, kind, by), body: title, url: link };
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
}
