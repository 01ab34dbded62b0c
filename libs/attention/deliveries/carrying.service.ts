import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { HubContext } from '#graph';
import { MemberDirectory, type MemberEntry } from '#identity';
import { Clock, groupBy, type Id } from '#kernel';
import { mailFailureInWords } from '#mail';
import { DigestEntries } from '../digest-entries.js';
import type { NotificationItem } from '../mails/notification-mail.js';
import { DeliveryRepository, type DeliveryRow } from './delivery.repository.js';
import { sentenceOf } from './rule-words.js';

/** What every way out of the hub shares: what was handed over is told with the rights that its member has at that moment. */
@Injectable()
export class CarryingService {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly entries: DigestEntries,
    private readonly directory: MemberDirectory,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * @param send carries all that one member is told at one time
   * @throws what `send` throws, after it was noted
   */
  async carry(
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
