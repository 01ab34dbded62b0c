import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, IdOf, InstantColumn, WordColumn } from '#database';
import { ThreadEntity } from './thread.entity.js';

/**
 * One message in a thread. What it asks for stands in the post's own row, because every page shows it; what each
 * recipient owes is an expected response (libs/expectations).
 */
@Entity('posts')
@Check('posts_kind', `"kind" in ('FYI', 'ACKNOWLEDGE', 'REPLY', 'DECIDE')`)
@Check('posts_timing', `"timing" in ('WHENEVER', 'WITHIN_WORKING_HOURS', 'WITHIN_WORKING_DAYS', 'BY', 'NOW')`)
@Check('posts_quorum', `"quorum" in ('EACH', 'ANY')`)
@Check('posts_published_or_scheduled', '("published_at" is null) = ("number" is null)')
@Index('posts_by_number', ['threadId', 'number'], { unique: true })
@Index('posts_by_author', ['authorId', 'id'])
@Index('posts_scheduled_by_author', ['authorId', 'scheduledFor', 'id'], {
  where: '"published_at" is null and "deleted_at" is null',
})
@Index('posts_scheduled', ['scheduledFor'], { where: '"published_at" is null and "deleted_at" is null' })
@Index('posts_by_idempotency_key', ['authorId', 'idempotencyKey'], {
  unique: true,
  where: '"idempotency_key" is not null',
})
@Index('posts_by_words', { synchronize: false })
export class PostEntity {
  @IdColumn() id: string;
  @IdOf() @ForeignKey(() => ThreadEntity) threadId: string;
  @IdOf() @ForeignKey('ChannelEntity') channelId: string;
  @IdOf() @ForeignKey('MemberEntity') authorId: string;
  /** Its place in the thread from 1 on, given at publication. */
  @Column('int', { nullable: true }) number: number | null;
  @Column('text') body: string;
  @IdOf({ nullable: true })
  @Index('posts_by_moment', { where: '"moment_media_id" is not null' })
  @ForeignKey('MediaEntity')
  momentMediaId: string | null;
  @Column('double precision', { nullable: true }) momentSeconds: number | null;
  @WordColumn({ default: 'FYI' }) kind: 'FYI' | 'ACKNOWLEDGE' | 'REPLY' | 'DECIDE';
  @WordColumn({ default: 'WHENEVER' }) timing:
    | 'WHENEVER'
    | 'WITHIN_WORKING_HOURS'
    | 'WITHIN_WORKING_DAYS'
    | 'BY'
    | 'NOW';
  @Column('double precision', { nullable: true }) workingHours: number | null;
  @Column('int', { nullable: true }) workingDays: number | null;
  @InstantColumn({ nullable: true }) byInstant: Date | null;
  @Column('text', { nullable: true }) urgencyReason: string | null;
  @WordColumn({ default: 'EACH' }) quorum: 'EACH' | 'ANY';
  @Column('text', { array: true, default: () => `'{}'` }) choices: string[];
  /** Who is asked while the post is scheduled: their instants are computed at publication. */
  @IdOf({ array: true, default: () => `'{}'` }) scheduledRecipientIds: string[];
  @InstantColumn({ nullable: true }) publishedAt: Date | null;
  @InstantColumn({ nullable: true }) scheduledFor: Date | null;
  @InstantColumn({ nullable: true }) editedAt: Date | null;
  @InstantColumn({ nullable: true }) deletedAt: Date | null;
  @Column('text', { nullable: true }) idempotencyKey: string | null;
  @InstantColumn() createdAt: Date;
}

@Entity('post_media')
export class PostMediaEntity {
  @PrimaryColumn('uuid') @ForeignKey(() => PostEntity) postId: string;
  @PrimaryColumn('uuid') @Index('post_media_by_media') @ForeignKey('MediaEntity') mediaId: string;
  @Column('int') position: number;
}

@Entity('mentions')
export class MentionEntity {
  @PrimaryColumn('uuid') @ForeignKey(() => PostEntity) postId: string;
  @PrimaryColumn('uuid') @Index('mentions_by_member') @ForeignKey('MemberEntity') memberId: string;
}

@Entity('reactions')
export class ReactionEntity {
  @PrimaryColumn('uuid') @ForeignKey(() => PostEntity) postId: string;
  @PrimaryColumn('uuid') @ForeignKey('MemberEntity') memberId: string;
  @PrimaryColumn('text') emoji: string;
  @InstantColumn() createdAt: Date;
}
