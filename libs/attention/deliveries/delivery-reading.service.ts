import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { cursorOf, type ForwardPageArgs, type HubContext, Page, pageRequest } from '#graph';
import { MemberDirectory, type MemberEntry } from '#identity';
import { type Actor, globalId, type Id } from '#kernel';
import { localClock } from '#working-time';
import type { DeliveryKind, DeliveryRoute } from './decision.js';
import { DeliveryRepository, type DeliveryRow, type StoredRule } from './delivery.repository.js';
import { sentenceOf } from './rule-words.js';

export interface DeliveryReasonView {
  rule: StoredRule;
  sentence: string;
  happenedAt: string;
  deliverAt: string | null;
  localTime: string | null;
  timeZone: string;
}

export interface DeliveryView {
  key: Id;
  id: string;
  eventKey: string;
  threadKey: Id;
  postKey: Id | null;
  responseKey: Id | null;
  kind: DeliveryKind;
  route: DeliveryRoute;
  reason: DeliveryReasonView;
  plannedAt: string | null;
  deliveredAt: string | null;
  droppedAt: string | null;
  failure: string | null;
  actor: MemberEntry | null;
}

/** What reached a member, or did not, and why. Everybody reads their own alone; what is held is not told early. */
@Injectable()
export class DeliveryReading {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly directory: MemberDirectory,
  ) {}

  /** Newest first. @throws HubError input.page_too_long, input.bad_cursor */
  async page({ memberId }: Actor, args: ForwardPageArgs): Promise<Page<DeliveryView>> {
    const request = pageRequest(args, ['instant', 'id']);
    const rows = await this.deliveries.page(memberId, request.size + 1, request.beyond);
    await this.directory.ensure([memberId, ...rows.flatMap(({ actorId }) => (actorId ? [actorId] : []))]);
    const { timeZone } = this.directory.get(memberId);
    const views = rows.map((row) => this.view(row, timeZone));
    return Page.of(views, request, ({ deliveredAt, droppedAt, key }) => cursorOf(deliveredAt ?? droppedAt, key));
  }

  async find({ memberId }: Actor, id: Id): Promise<DeliveryView | undefined> {
    const row = await this.deliveries.own(id, memberId);
    if (!row) return undefined;
    await this.directory.ensure([memberId, ...(row.actorId ? [row.actorId] : [])]);
    return this.view(row, this.directory.get(memberId).timeZone);
  }

  /** By expected response; undefined for what is asked of others. */
  reasons(context: HubContext): DataLoader<Id, DeliveryReasonView | undefined> {
    const { memberId } = context.signedIn;
    return context.loader('response.delivery_reason', async (ids: readonly Id[]) => {
      const rows = await this.deliveries.ofResponses(ids, memberId);
      await this.directory.ensure([memberId]);
      const { timeZone } = this.directory.get(memberId);
      const byResponse = new Map(rows.map((row) => [row.responseId, reasonOf(row, timeZone)]));
      return ids.map((id) => byResponse.get(id));
    });
  }

  private view(row: DeliveryRow, timeZone: string): DeliveryView {
    return {
      key: row.id,
      id: globalId('Delivery', row.id),
      eventKey: row.eventKey,
      threadKey: row.threadId,
      postKey: row.postId,
      responseKey: row.responseId,
      kind: row.kind,
      route: row.route,
      reason: reasonOf(row, timeZone),
      plannedAt: row.plannedAt,
      deliveredAt: row.deliveredAt,
      droppedAt: row.droppedAt,
      failure: row.failure,
      actor: row.actorId ? this.directory.get(row.actorId) : null,
    };
  }
}

function reasonOf(
  { kind, rule, happenedAt, plannedAt, deliveredAt }: DeliveryRow,
  timeZone: string,
): DeliveryReasonView {
  const deliverAt = deliveredAt ?? plannedAt;
  return {
    rule,
    sentence: sentenceOf(kind, rule),
    happenedAt,
    deliverAt,
    localTime: deliverAt && wall(timeZone, deliverAt),
    timeZone,
  };
}

function wall(timeZone: string, instant: string): string {
  const { date, minute } = localClock(timeZone, Date.parse(instant));
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'));
  return `${date}T${hours}:${minutes}`;
}
