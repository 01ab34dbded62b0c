import { Check, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IdOf, InstantColumn, WordColumn } from '#database';

/**
 * What happened and was not looked at yet by who decides whom it reaches, and when (libs/attention). Written by the
 * statement that makes it happen; a row goes when its deliveries are planned. Rows live for a second or two, so they
 * point at nothing by foreign key.
 */
@Entity('happenings')
@Check('happenings_kind', `"kind" in ('POST', 'CONCLUSION', 'MENTIONS', 'RESPONSES')`)
export class HappeningEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @WordColumn() kind: 'POST' | 'CONCLUSION' | 'MENTIONS' | 'RESPONSES';
  @IdOf({ nullable: true }) threadId: string | null;
  @IdOf({ nullable: true }) postId: string | null;
  /** What the post answered; or the expected responses that somebody acted on. */
  @IdOf({ array: true, default: () => `'{}'` }) responseIds: string[];
  /** With MENTIONS: whom an edited post names that it did not name before. */
  @IdOf({ array: true, default: () => `'{}'` }) memberIds: string[];
  /** With RESPONSES: the action of their history. */
  @Column('text', { nullable: true }) action: string | null;
  /** Null: the hub itself. */
  @IdOf({ nullable: true }) actorId: string | null;
  @InstantColumn() at: Date;
}
