import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { ShownWeek } from './protection.js';

/** What of a week may be seen, made once: whoever looks again sees the same, whatever has changed since. */
@Entity('insight_weeks')
export class InsightWeekEntity {
  @PrimaryColumn('date') monday: string;
  @Column('jsonb') shown: ShownWeek;
  @InstantColumn() createdAt: Date;
}
