import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IdOf } from '#database';
import { ChannelEntity } from '../channel.entity.js';

/** Up to which version a member has seen an agreement; what was in force when they came needs no row. */
@Entity('agreement_readers')
@Index('agreement_readers_of_channel', ['memberId', 'channelId'], { unique: true, where: '"channel_id" is not null' })
@Index('agreement_readers_of_organization', ['memberId'], { unique: true, where: '"channel_id" is null' })
export class AgreementReaderEntity {
  @IdColumn() id: string;
  @IdOf() @ForeignKey('MemberEntity') memberId: string;
  /** Null: the organisation's own. */
  @IdOf({ nullable: true }) @ForeignKey(() => ChannelEntity) channelId: string | null;
  @Column('int') version: number;
}
