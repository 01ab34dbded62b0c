import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IdOf, InstantColumn, WordColumn } from '#database';

export const responseStatuses = ['OPEN', 'FULFILLED', 'DECLINED', 'DELEGATED', 'WITHDRAWN'] as const;
export type ResponseStatus = (typeof responseStatuses)[number];

/** What one recipient owes for one post. Overdue is derived, never stored. */
@Entity('expected_responses')
@Check('expected_responses_status', `"status" in ('OPEN', 'FULFILLED', 'DECLINED', 'DELEGATED', 'WITHDRAWN')`)
@Index('expected_responses_by_post', ['postId', 'recipientId'], { unique: true })
@Index('expected_responses_by_thread', ['threadId', 'recipientId'], { where: `"status" = 'OPEN'` })
@Index('expected_responses_undelivered', ['deliverAt'], { where: `"delivered_at" is null and "status" = 'OPEN'` })
@Index('expected_responses_later', ['laterUntil'], { where: `"later_until" is not null and "status" = 'OPEN'` })
@Index('expected_responses_of_author', ['authorId', 'createdAt'])
@Index('expected_responses_of_recipient', ['recipientId', 'createdAt'])
@Index('expected_responses_waiting_on_me', ['recipientId', 'dueAt', 'id'], { where: `"status" = 'OPEN'` })
@Index('expected_responses_waiting_on_others', ['authorId', 'dueAt', 'id'], { where: `"status" = 'OPEN'` })
export class ExpectedResponseEntity {
  @IdColumn() id: string;
  @IdOf() @ForeignKey('PostEntity') postId: string;
  @IdOf() @ForeignKey('ThreadEntity') threadId: string;
  /** Who asked: the post's author. */
  @IdOf() @ForeignKey('MemberEntity') authorId: string;
  @IdOf() @ForeignKey('MemberEntity') recipientId: string;
  @WordColumn() kind: 'ACKNOWLEDGE' | 'REPLY' | 'DECIDE';
  @WordColumn({ default: 'OPEN' }) status: ResponseStatus;
  @InstantColumn() deliverAt: Date;
  /** When the hub told the recipient; null until then. */
  @InstantColumn({ nullable: true }) deliveredAt: Date | null;
  @InstantColumn({ nullable: true }) dueAt: Date | null;
  @InstantColumn({ nullable: true }) acknowledgedAt: Date | null;
  @InstantColumn({ nullable: true }) promisedAt: Date | null;
  @IdOf({ nullable: true }) @ForeignKey('PostEntity') answerPostId: string | null;
  @Column('text', { nullable: true }) choice: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @IdOf({ nullable: true }) @ForeignKey(() => ExpectedResponseEntity) delegatedToId: string | null;
  @InstantColumn({ nullable: true }) proposedDueAt: Date | null;
  @Column('text', { nullable: true }) proposalNote: string | null;
  @InstantColumn({ nullable: true }) proposedAt: Date | null;
  @Column('boolean', { nullable: true }) proposalAccepted: boolean | null;
  /** The recipient put it off until then; moves no due time. */
  @InstantColumn({ nullable: true }) laterUntil: Date | null;
  /** When its author last reminded the recipient. */
  @InstantColumn({ nullable: true }) nudgedAt: Date | null;
  /** Until when the recipient's last act can be taken back, and what stood here before it. */
  @InstantColumn({ nullable: true }) undoableUntil: Date | null;
  @Column('jsonb', { nullable: true }) beforeAct: Record<string, unknown> | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) closedAt: Date | null;
}

/** Who did what to an expected response: nobody's act changes another's record. */
@Entity('expected_response_events')
@Index('expected_response_events_by_response', ['expectedResponseId', 'id'])
export class ExpectedResponseEventEntity {
  @IdColumn() id: string;
  @IdOf() @ForeignKey(() => ExpectedResponseEntity) expectedResponseId: string;
  /** Null: the hub itself. */
  @IdOf({ nullable: true }) @ForeignKey('MemberEntity') actorId: string | null;
  @WordColumn() action: string;
  @Column('jsonb', { default: {} }) data: Record<string, unknown>;
  @InstantColumn() at: Date;
}

/** An urgent post, against its author's weekly budget, with whom it interrupted outside working hours. */
@Entity('urgent_posts')
@Index('urgent_posts_by_author', ['authorId', 'at'])
export class UrgentPostEntity {
  @IdColumn() postId: string;
  @IdOf() @ForeignKey('MemberEntity') authorId: string;
  @IdOf({ array: true }) interruptedIds: string[];
  @InstantColumn() at: Date;
}
