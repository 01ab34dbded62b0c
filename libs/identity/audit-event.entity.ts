import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IdOf, InstantColumn } from '#database';
import { MemberEntity } from './member.entity.js';

/** Who did what that an administrator may have to account for; written with the change itself. */
@Entity('audit_events')
@Index('audit_events_by_action', ['action', 'id'])
@Index('audit_events_by_actor', ['actorId', 'id'])
export class AuditEventEntity {
  @IdColumn() id: string;
  /** `member.invited`, `member.role_changed` … */
  @Column('text') action: string;
  @IdOf({ nullable: true }) @ForeignKey(() => MemberEntity) actorId: string | null;
  /** What it was done to, in words that stay true: a handle, a channel's slug. */
  @Column('text') subject: string;
  @Column('text', { nullable: true }) ipAddress: string | null;
  @InstantColumn() at: Date;
}
