import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IdOf, InstantColumn, WordColumn } from '#database';
import type { Role } from '#kernel';
import type { WorkingInterval } from '#working-time';

/** A person or a bot with an account. */
@Entity('members')
@Check('members_role', `"role" in ('OWNER', 'ADMIN', 'MEMBER', 'GUEST')`)
@Index('members_by_name', ['name', 'id'])
export class MemberEntity {
  @IdColumn() id: string;
  /** Lower case; what follows the @ in a mention. */
  @Column('text', { unique: true }) handle: string;
  @Column('text') name: string;
  /** Lower case; bots have none. */
  @Column('text', { unique: true, nullable: true }) email: string | null;
  @WordColumn() role: Role;
  @Column('boolean', { default: false }) isBot: boolean;
  /** Null for bots: they sign in with access tokens alone. */
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('text') timeZone: string;
  @Column('jsonb') week: WorkingInterval[];
  /** Whose public holidays are off: DE, DE-BE. */
  @Column('text', { nullable: true }) holidayRegion: string | null;
  /** Null: the usual week, which nobody has looked at yet. */
  @InstantColumn({ nullable: true }) hoursSetAt: Date | null;
  /** An image of their own. */
  @IdOf({ nullable: true }) @ForeignKey('MediaEntity') avatarMediaId: string | null;
  @InstantColumn({ nullable: true }) deactivatedAt: Date | null;
  @InstantColumn() createdAt: Date;
}

/** First and last day away, both included, in the member's zone. */
@Entity('absences')
@Check('absences_order', '"from_date" <= "to_date"')
@Index('absences_by_member', ['memberId', 'fromDate'])
export class AbsenceEntity {
  @IdColumn() id: string;
  @IdOf() @ForeignKey(() => MemberEntity) memberId: string;
  @Column('date') fromDate: string;
  @Column('date') toDate: string;
  @Column('text', { nullable: true }) note: string | null;
  @IdOf({ nullable: true }) @ForeignKey(() => MemberEntity) delegateId: string | null;
}
