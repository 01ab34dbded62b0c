import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { IdOf, InstantColumn } from '#database';

/** A setting that was changed in the console; the environment goes before it. */
@Entity('setting_overrides')
export class SettingOverrideEntity {
  @PrimaryColumn('text') key: string;
  @Column('text') value: string;
  @IdOf() @ForeignKey('MemberEntity') changedById: string;
  @InstantColumn() changedAt: Date;
}

/** When a part of the hub was last seen at work: `worker`, `backup`. */
@Entity('signs_of_life')
export class SignOfLifeEntity {
  @PrimaryColumn('text') name: string;
  @InstantColumn() at: Date;
}
