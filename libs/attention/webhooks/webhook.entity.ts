import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IdOf, InstantColumn } from '#database';
import { MemberEntity } from '#identity';

/** A tool of a member's own that is told what reaches them. Its signing secret is derived, not kept. */
@Entity('webhooks')
export class WebhookEntity {
  @IdColumn() id: string;
  @IdOf() @Index() @ForeignKey(() => MemberEntity) memberId: string;
  @Column('text') url: string;
  @InstantColumn() createdAt: Date;
  /** When it last took something. */
  @InstantColumn({ nullable: true }) reachedAt: Date | null;
  /** Since when it has taken nothing; null: it works, as far as is known. */
  @InstantColumn({ nullable: true }) failingSince: Date | null;
  @Column('text', { nullable: true }) failure: string | null;
}
