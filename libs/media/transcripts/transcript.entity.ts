import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, WordColumn } from '#database';
import type { SpokenSegment } from './segments.js';

export const transcriptStatuses = ['PENDING', 'READY', 'FAILED'] as const;
export type TranscriptStatus = (typeof transcriptStatuses)[number];

/** What is said in a media item, and when. There is no row where nobody asked for one. */
@Entity('transcripts')
@Check('transcripts_status', `"status" in ('PENDING', 'READY', 'FAILED')`)
@Index('transcripts_pending', ['status', 'updatedAt'], { where: `"status" = 'PENDING'` })
@Index('transcripts_by_words', { synchronize: false })
export class TranscriptEntity {
  @PrimaryColumn('uuid') @ForeignKey('MediaEntity', { onDelete: 'CASCADE' }) mediaId: string;
  @WordColumn() status: TranscriptStatus;
  /** 0 to 1 while PENDING. */
  @Column('real', { default: 0 }) progress: number;
  @Column('text', { nullable: true }) failure: string | null;
  /** BCP 47; `und` where nobody knows. */
  @Column('text', { default: 'und' }) language: string;
  @Column('jsonb', { default: [] }) segments: SpokenSegment[];
  /** The text of all segments, as far as search takes it. */
  @Column('text', { default: '' }) words: string;
  /** Written by a person: no engine writes over it. */
  @Column('boolean', { default: false }) edited: boolean;
  /** Counts the writings of the segments; part of the address of the captions. */
  @Column('int', { default: 0 }) revision: number;
  @InstantColumn() updatedAt: Date;
}
