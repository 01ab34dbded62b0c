import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IdOf, InstantColumn } from '#database';
import { MemberEntity } from '../member.entity.js';

/** A local date on which nobody of the organisation works. */
@Entity('organization_days')
export class OrganizationDayEntity {
  @IdColumn() id: string;
  @Column('date', { unique: true }) date: string;
  @Column('text') name: string;
}

/** A stretch of a member's own that counts as outside working time. */
@Entity('focus_blocks')
@Check('focus_blocks_order', '"starts_at" < "ends_at"')
@Index('focus_blocks_by_member', ['memberId', 'startsAt'])
export class FocusBlockEntity {
  @IdColumn() id: string;
  @IdOf() @ForeignKey(() => MemberEntity) memberId: string;
  @InstantColumn() startsAt: Date;
  @InstantColumn() endsAt: Date;
  @Column('text', { nullable: true }) note: string | null;
}
