import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '#database';
import { MemberEntity } from '../member.entity.js';

/** People who are asked together: whoever is in it when a post is sent. */
@Entity('people_groups')
export class GroupEntity {
  @IdColumn() id: string;
  /** Lower case; what follows the @ in a mention. */
  @Column('text', { unique: true }) handle: string;
  @Column('text') name: string;
  @InstantColumn() createdAt: Date;
}

@Entity('people_group_members')
export class GroupMemberEntity {
  @PrimaryColumn('uuid') @ForeignKey(() => GroupEntity, { onDelete: 'CASCADE' }) groupId: string;
  @PrimaryColumn('uuid') @ForeignKey(() => MemberEntity) memberId: string;
}
