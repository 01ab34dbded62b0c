import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, IdOf, InstantColumn } from '#database';

/** A job that failed for good: why in words, whom it concerns, and what became of it. */
@Entity('failed_jobs')
@Index('failed_jobs_by_job', ['queue', 'jobId'], { unique: true })
@Index('failed_jobs_open', ['failedAt', 'id'], { where: '"settled_at" is null' })
@Index('failed_jobs_untold', ['failedAt'], { where: '"told_at" is null and "settled_at" is null' })
export class FailedJobEntity {
  @IdColumn() id: string;
  @Column('text') queue: string;
  /** As the queue knows it. */
  @Column('text') jobId: string;
  @Column('text') name: string;
  /** What it was for, in words: the recording's name. */
  @Column('text') subject: string;
  @Column('text') reason: string;
  @Column('text', { nullable: true }) advice: string | null;
  /** What the last attempt threw, for administrators. */
  @Column('text', { nullable: true }) details: string | null;
  @Column('int') tries: number;
  @Column('int') maxTries: number;
  @IdOf({ nullable: true }) @ForeignKey('MemberEntity') ownerId: string | null;
  @IdOf({ nullable: true }) @ForeignKey('ChannelEntity') channelId: string | null;
  @IdOf({ nullable: true }) @ForeignKey('MediaEntity', { onDelete: 'CASCADE' }) mediaId: string | null;
  @InstantColumn() failedAt: Date;
  /** When its owner had the mail, or was found to have none. */
  @InstantColumn({ nullable: true }) toldAt: Date | null;
  /** Retried or accepted: it leaves the list. */
  @InstantColumn({ nullable: true }) settledAt: Date | null;
}

/** How many jobs waited, every 15 minutes, for seven days. */
@Entity('waiting_samples')
export class WaitingSampleEntity {
  @PrimaryColumn('timestamptz', { precision: 3 }) at: Date;
  @Column('int') waiting: number;
}

/** How long a queue's jobs take: a mean in which the last twenty count most. */
@Entity('job_durations')
export class JobDurationEntity {
  @PrimaryColumn('text') queue: string;
  @Column('double precision') seconds: number;
}
