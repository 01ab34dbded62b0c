import { Check, Column, Entity, Index } from 'typeorm';
import { IdColumn, IdOf, InstantColumn, WordColumn } from '#database';

/** A mail to an address of ours: kept before its sender's server is told so, and without its text once it is settled. */
@Entity('inbound_mails')
@Check(
  'inbound_mails_outcome',
  `"outcome" in ('WAITING', 'POSTED', 'REFUSED', 'AUTOMATIC', 'NOT_PROVEN', 'NO_SENDER', 'NOT_THEIRS')`,
)
export class InboundMailEntity {
  @IdColumn() id: string;
  /** SHA-256 of what makes it the same mail again: its address and its Message-ID, else its bytes. */
  @Column('bytea', { unique: true }) fingerprint: Buffer;
  @Column('text') recipient: string;
  @Column('bytea', { nullable: true }) raw: Buffer | null;
  @WordColumn({ default: 'WAITING' }) outcome:
    | 'WAITING'
    | 'POSTED'
    | 'REFUSED'
    | 'AUTOMATIC'
    | 'NOT_PROVEN'
    | 'NO_SENDER'
    | 'NOT_THEIRS';
  @IdOf({ nullable: true }) memberId: string | null;
  @InstantColumn() @Index() receivedAt: Date;
  @InstantColumn({ nullable: true }) settledAt: Date | null;
}
