import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, IdOf, InstantColumn } from '#database';
import type { Weekday } from '#working-time';

/** When a member wants their digest; without a row, as shipped: 09:00 on working days, by mail where mail is set. */
@Entity('digest_schedules')
export class DigestScheduleEntity {
  @PrimaryColumn('uuid') @ForeignKey('MemberEntity') memberId: string;
  /** Minutes of the local day, ascending. */
  @Column('int', { array: true }) times: number[];
  @Column('text', { array: true }) days: Weekday[];
  @Column('boolean') byEmail: boolean;
  @Column('boolean') enabled: boolean;
  /** The end of the last period that was looked at, whether it gave a digest or had nothing to say. */
  @InstantColumn() coveredUntil: Date;
  /** The end of the period that the next digest closes; null while they are off. */
  @InstantColumn({ nullable: true }) @Index('digest_schedules_by_next') nextAt: Date | null;
}

/** What happened in a period, for one member. Made once for each member and period. */
@Entity('digests')
@Index('digests_by_member', ['memberId', 'periodEnd'], { unique: true })
@Index('digests_by_age', ['periodEnd', 'id'])
export class DigestEntity {
  @IdColumn() id: string;
  @IdOf() @ForeignKey('MemberEntity') memberId: string;
  @InstantColumn() periodStart: Date;
  @InstantColumn() periodEnd: Date;
  /** Sections in order, each with the ids of what it lists: texts are read when it is shown. */
  @Column('jsonb') sections: unknown;
  @InstantColumn() createdAt: Date;
  @Column('boolean', { default: false }) byEmail: boolean;
  @InstantColumn({ nullable: true }) emailedAt: Date | null;
  /** Why the last try to mail it failed, in words. */
  @Column('text', { nullable: true }) mailFailure: string | null;
}
