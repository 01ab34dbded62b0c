import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, IdOf, InstantColumn, WordColumn } from '#database';

export const threadStates = ['OPEN', 'CONCLUDED'] as const;
export type ThreadState = (typeof threadStates)[number];

/** A titled conversation in a channel. `postCount` and `lastActivityAt` change in the statement that publishes a post. */
@Entity('threads')
@Check('threads_state', `"state" in ('OPEN', 'CONCLUDED')`)
@Index('threads_by_activity', ['channelId', 'lastActivityAt', 'id'])
@Index('threads_pinned', ['channelId', 'pinnedAt'], { where: '"pinned_at" is not null' })
export class ThreadEntity {
  @IdColumn() id: string;
  @IdOf() @ForeignKey('ChannelEntity') channelId: string;
  @IdOf() @ForeignKey('MemberEntity') authorId: string;
  @Column('text') title: string;
  @WordColumn({ default: 'OPEN' }) state: ThreadState;
  @Column('text', { nullable: true }) conclusion: string | null;
  @IdOf({ nullable: true }) @ForeignKey('MemberEntity') concludedById: string | null;
  @InstantColumn({ nullable: true }) concludedAt: Date | null;
  /** Published posts, deleted ones included: also the number of the newest one. 0: its first post is still scheduled. */
  @Column('int', { default: 0 }) postCount: number;
  @InstantColumn() lastActivityAt: Date;
  /** Null: not pinned. */
  @InstantColumn({ nullable: true }) pinnedAt: Date | null;
  @InstantColumn() createdAt: Date;
}

/** What one member keeps about one thread: how far they have read, an involvement of its own, and whether they saved it. */
@Entity('thread_readers')
@Index('thread_readers_saved', ['memberId', 'savedAt', 'threadId'], { where: '"saved_at" is not null' })
export class ThreadReaderEntity {
  @PrimaryColumn('uuid') @ForeignKey(() => ThreadEntity) threadId: string;
  @PrimaryColumn('uuid') @Index('thread_readers_by_member') @ForeignKey('MemberEntity') memberId: string;
  /** The number of the newest post that they have read. */
  @Column('int', { default: 0 }) readNumber: number;
  /** Null: as for the channel. */
  @WordColumn({ nullable: true }) involvement: 'FOLLOWING' | 'DIGEST' | 'MUTED' | null;
  /** Null: not saved. */
  @InstantColumn({ nullable: true }) savedAt: Date | null;
}
