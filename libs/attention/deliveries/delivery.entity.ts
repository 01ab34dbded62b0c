import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, IdOf, InstantColumn, WordColumn } from '#database';
import type { DeliveryKind, DeliveryRoute, DeliveryRule } from './decision.js';

/** One notification for one member through one route at one time. The same event reaches nobody twice on one route. */
@Entity('deliveries')
@Check(
  'deliveries_kind',
  `"kind" in ('ASKED', 'URGENT', 'ANSWERED', 'MENTIONED', 'CONCLUDED', 'FOLLOWED', 'REMINDER', 'DUE_MOVED')`,
)
@Check('deliveries_route', `"route" in ('IN_APP', 'EMAIL', 'PUSH', 'WEBHOOK', 'DIGEST')`)
@Index('deliveries_once', ['memberId', 'eventKey', 'route'], { unique: true })
@Index('deliveries_due', ['plannedAt'], {
  where: '"planned_at" is not null and "handed_at" is null and "delivered_at" is null and "dropped_at" is null',
})
@Index('deliveries_of_member', ['memberId', 'settledAt', 'id'], { where: '"settled_at" is not null' })
@Index('deliveries_of_response', ['expectedResponseId'], { where: '"expected_response_id" is not null' })
@Index('deliveries_for_digest', ['memberId'], { where: `"route" = 'DIGEST' and "delivered_at" is null` })
export class DeliveryEntity {
  @IdColumn() id: string;
  @IdOf() @ForeignKey('MemberEntity') memberId: string;
  /** Names the event among all of this member: `asked:…`, `post:…`, `reminder:…`. */
  @Column('text') eventKey: string;
  @WordColumn() route: DeliveryRoute;
  @WordColumn() kind: DeliveryKind;
  @WordColumn() rule: DeliveryRule | 'NOT_CHOSEN';
  @InstantColumn() happenedAt: Date;
  /** Null: with the next digest. */
  @InstantColumn({ nullable: true }) plannedAt: Date | null;
  /** When it was given to who carries it: mail, push or a webhook. */
  @InstantColumn({ nullable: true }) handedAt: Date | null;
  @InstantColumn({ nullable: true }) deliveredAt: Date | null;
  /** It reaches nobody any more; the rule says why. */
  @InstantColumn({ nullable: true }) droppedAt: Date | null;
  /** When it was delivered or dropped. */
  @InstantColumn({ nullable: true }) settledAt: Date | null;
  /** Why the last try to carry it failed, in words. */
  @Column('text', { nullable: true }) failure: string | null;
  @IdOf() @ForeignKey('ThreadEntity') threadId: string;
  @IdOf({ nullable: true }) @ForeignKey('PostEntity') postId: string | null;
  @IdOf({ nullable: true }) @ForeignKey('ExpectedResponseEntity') expectedResponseId: string | null;
  /** Who did it; null: the hub itself. */
  @IdOf({ nullable: true }) @ForeignKey('MemberEntity') actorId: string | null;
}

/** How a member wants to be reached; without a row, as shipped. */
@Entity('delivery_settings')
@Index('delivery_settings_news', ['memberId'], {
  where: `'FOLLOWED' = any("email_for") or 'FOLLOWED' = any("push_for") or 'FOLLOWED' = any("webhook_for")`,
})
export class DeliverySettingsEntity {
  @PrimaryColumn('uuid') @ForeignKey('MemberEntity') memberId: string;
  /** Null: at once. */
  @Column('int', { nullable: true }) batchHours: number | null;
  @Column('text', { array: true }) emailFor: DeliveryKind[];
  @Column('text', { array: true }) pushFor: DeliveryKind[];
  @Column('text', { array: true }) webhookFor: DeliveryKind[];
}
