import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IdOf, InstantColumn } from '#database';

/** A call that was proposed in a thread: the times that a post asks to choose from, and what came of it. */
@Entity('calls')
@Index('calls_by_post', ['postId'], { unique: true })
@Index('calls_by_outcome', ['outcomePostId'], { where: '"outcome_post_id" is not null' })
@Index('calls_to_settle', ['lastStart'], { where: '"settled_at" is null' })
export class CallEntity {
  @IdColumn() id: string;
  /** The post that asks. */
  @IdOf() @ForeignKey('PostEntity') postId: string;
  @IdOf() @ForeignKey('ThreadEntity') threadId: string;
  @IdOf() @ForeignKey('MemberEntity') proposerId: string;
  @Column('int') minutes: number;
  /** In their order; the post's choices are these, and one more for none of them. */
  @Column('timestamptz', { array: true }) starts: Date[];
  @InstantColumn() lastStart: Date;
  /** As the administrator had set it then. */
  @Column('text', { nullable: true }) link: string | null;
  @InstantColumn({ nullable: true }) decidedStart: Date | null;
  @InstantColumn({ nullable: true }) settledAt: Date | null;
  /** The post that says what came of it. */
  @IdOf({ nullable: true }) @ForeignKey('PostEntity') outcomePostId: string | null;
  @InstantColumn() createdAt: Date;
}
