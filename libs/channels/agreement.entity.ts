import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IdOf, InstantColumn, WordColumn } from '#database';
import { ChannelEntity } from './channel.entity.js';

/** One version of a communication agreement; the highest version of a channel (or of the organisation) is in force. */
@Entity('agreements')
@Index('agreements_by_channel', ['channelId', 'version'], { unique: true, where: '"channel_id" is not null' })
@Index('agreements_of_organization', ['version'], { unique: true, where: '"channel_id" is null' })
export class AgreementEntity {
  @IdColumn() id: string;
  /** Null: the organisation's own. */
  @IdOf({ nullable: true }) @ForeignKey(() => ChannelEntity) channelId: string | null;
  @Column('int') version: number;
  @Column('text') text: string;
  @WordColumn() defaultKind: 'FYI' | 'ACKNOWLEDGE' | 'REPLY' | 'DECIDE';
  @Column('boolean') urgentAllowed: boolean;
  @Column('int') urgentWindowMinutes: number;
  @Column('int') urgentBudgetPerWeek: number;
  @Column('int') maxRecipients: number;
  @IdOf() @ForeignKey('MemberEntity') createdById: string;
  @InstantColumn() createdAt: Date;
}
