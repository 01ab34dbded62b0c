import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn } from '#database';

/**
 * A job that a transaction asked for. The row is written with the change itself, handed to the queue after the commit,
 * and deleted once the queue has it; what a crash leaves behind is swept up by the worker. The id is the job's id, so
 * handing it over twice adds one job. One mechanism for every queue engine.
 */
@Entity('outbox')
export class OutboxEntity {
  @IdColumn() id: string;
  @Column('text') job: string;
  @Column('jsonb') payload: unknown;
  /** Its place in line; null: in the order of asking, before all that have one. */
  @Column('int', { nullable: true }) turn: number | null;
  @InstantColumn() @Index('outbox_by_age') createdAt: Date;
}
