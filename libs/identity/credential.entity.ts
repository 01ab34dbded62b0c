import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IdOf, InstantColumn, WordColumn } from '#database';
import type { Role, TokenScope } from '#kernel';
import { MemberEntity } from './member.entity.js';

/** A sign-in. Only the SHA-256 of its token is kept. */
@Entity('sessions')
export class SessionEntity {
  @IdColumn() id: string;
  @IdOf() @Index() @ForeignKey(() => MemberEntity) memberId: string;
  @Column('bytea', { unique: true }) tokenHash: Buffer;
  @InstantColumn() createdAt: Date;
  @InstantColumn() lastUsedAt: Date;
  @InstantColumn() expiresAt: Date;
  /** What the browser called itself when it signed in. */
  @Column('text', { nullable: true }) userAgent: string | null;
}

/** A secret for programs, with the scopes that its member gave it. Only its SHA-256 is kept. */
@Entity('access_tokens')
export class AccessTokenEntity {
  @IdColumn() id: string;
  @IdOf() @Index() @ForeignKey(() => MemberEntity) memberId: string;
  @Column('text') name: string;
  @Column('bytea', { unique: true }) tokenHash: Buffer;
  @Column('text', { array: true }) scopes: TokenScope[];
  @InstantColumn({ nullable: true }) expiresAt: Date | null;
  @InstantColumn({ nullable: true }) revokedAt: Date | null;
  /** Written once an hour at most. */
  @InstantColumn({ nullable: true }) lastUsedAt: Date | null;
  @InstantColumn() createdAt: Date;
}

/** An open door, until it is used up, revoked or expires. Only the SHA-256 of its code is kept. */
@Entity('invitations')
@Index('invitations_by_age', ['createdAt', 'id'])
export class InvitationEntity {
  @IdColumn() id: string;
  /** Null: a link for whoever has it. */
  @Column('text', { nullable: true }) email: string | null;
  @WordColumn() role: Role;
  @IdOf({ array: true }) channelIds: string[];
  @Column('bytea', { unique: true }) codeHash: Buffer;
  @IdOf() @ForeignKey(() => MemberEntity) invitedById: string;
  @InstantColumn() createdAt: Date;
  @InstantColumn() expiresAt: Date;
  /** How often it can still be used. */
  @Column('int', { default: 1 }) usesLeft: number;
  @InstantColumn({ nullable: true }) acceptedAt: Date | null;
  @IdOf({ nullable: true }) @ForeignKey(() => MemberEntity) acceptedById: string | null;
  @InstantColumn({ nullable: true }) revokedAt: Date | null;
  /** Why the mail did not arrive, in words. */
  @Column('text', { nullable: true }) mailFailure: string | null;
}
