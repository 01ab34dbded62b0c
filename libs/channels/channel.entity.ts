import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, IdOf, InstantColumn, WordColumn } from '#database';

export const channelVisibilities = ['PUBLIC', 'PRIVATE', 'DIRECT'] as const;
export type ChannelVisibility = (typeof channelVisibilities)[number];

export const involvements = ['FOLLOWING', 'DIGEST', 'MUTED'] as const;
export type Involvement = (typeof involvements)[number];

/** A topic area with members. */
@Entity('channels')
@Check('channels_visibility', `"visibility" in ('PUBLIC', 'PRIVATE', 'DIRECT')`)
@Index('channels_by_name', ['name', 'id'])
export class ChannelEntity {
  @IdColumn() id: string;
  @Column('text', { unique: true }) slug: string;
  @Column('text') name: string;
  @Column('text') purpose: string;
  @WordColumn() visibility: ChannelVisibility;
  /** The sorted ids of a DIRECT channel's people: the same people share one channel. */
  @Column('text', { unique: true, nullable: true }) directKey: string | null;
  @IdOf() @ForeignKey('MemberEntity') createdById: string;
  /** Who looks after it; null: who made it. */
  @IdOf({ nullable: true }) @ForeignKey('MemberEntity') ownerId: string | null;
  /** Days after which recordings in it go; null: they stay. */
  @Column('int', { nullable: true }) retentionDays: number | null;
  @InstantColumn({ nullable: true }) archivedAt: Date | null;
  @InstantColumn() createdAt: Date;
}

@Entity('channel_members')
@Check('channel_members_involvement', `"involvement" in ('FOLLOWING', 'DIGEST', 'MUTED')`)
@Index('channel_members_by_member', ['memberId', 'channelId'])
export class ChannelMemberEntity {
  @PrimaryColumn('uuid') @ForeignKey(() => ChannelEntity) channelId: string;
  @PrimaryColumn('uuid') @ForeignKey('MemberEntity') memberId: string;
  @WordColumn({ default: 'FOLLOWING' }) involvement: Involvement;
  @InstantColumn() joinedAt: Date;
}
