import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { IdColumn, WordColumn } from '#database';
import { MemberEntity } from './member.entity.js';

export const themes = ['SYSTEM', 'LIGHT', 'DARK'] as const;
export type Theme = (typeof themes)[number];

/** How the bundled client behaves for one member, on all devices. No row: as shipped. */
@Entity('preferences')
@Check('preferences_theme', `"theme" in ('SYSTEM', 'LIGHT', 'DARK')`)
export class PreferencesEntity {
  @IdColumn() @ForeignKey(() => MemberEntity) memberId: string;
  /** BCP 47; null: the browser's. */
  @Column('text', { nullable: true }) locale: string | null;
  @WordColumn() theme: Theme;
  @Column('double precision') textScale: number;
  @Column('double precision') playbackSpeed: number;
  @Column('boolean') captionsOn: boolean;
  @Column('boolean') singleKeyShortcuts: boolean;
  /** JSON of {action: key}, only what the member remapped. */
  @Column('text', { nullable: true }) shortcutsJson: string | null;
  /** False: an urgent post waits for their working time like any other. */
  @Column('boolean') urgentMayInterrupt: boolean;
  @Column('boolean') timeZoneFollowsDevice: boolean;
  @Column('boolean', { default: false }) skipSilence: boolean;
  /** Whoever recorded something sees that they have seen it. */
  @Column('boolean', { default: false }) sharesSeen: boolean;
}
