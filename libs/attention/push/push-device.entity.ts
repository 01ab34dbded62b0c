import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IdOf, InstantColumn } from '#database';
import { MemberEntity, SessionEntity } from '#identity';

/** A browser that asked to be told. It goes with the sign-in that it belongs to. */
@Entity('push_devices')
export class PushDeviceEntity {
  @IdColumn() id: string;
  @IdOf() @Index() @ForeignKey(() => MemberEntity) memberId: string;
  @IdOf() @Index() @ForeignKey(() => SessionEntity, { onDelete: 'CASCADE' }) sessionId: string;
  @Column('text', { unique: true }) endpoint: string;
  @Column('text') p256dh: string;
  @Column('text') auth: string;
  @InstantColumn() createdAt: Date;
  /** When its push service last took something for it. */
  @InstantColumn({ nullable: true }) reachedAt: Date | null;
}
