import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IdOf, InstantColumn } from '#database';

/** A half-written post of one member. Nothing of it is checked but its size until it is sent. */
@Entity('drafts')
@Index('drafts_by_member', ['memberId', 'updatedAt', 'id'])
export class DraftEntity {
  @IdColumn() id: string;
  @IdOf() @ForeignKey('MemberEntity') memberId: string;
  @IdOf({ nullable: true }) @ForeignKey('ChannelEntity') channelId: string | null;
  @IdOf({ nullable: true }) @ForeignKey('ThreadEntity') threadId: string | null;
  @Column('text') title: string;
  @Column('text') body: string;
  @IdOf({ array: true }) mediaIds: string[];
  @Column('text', { nullable: true }) expectationJson: string | null;
  @InstantColumn({ nullable: true }) publishAt: Date | null;
  @InstantColumn() updatedAt: Date;
}
