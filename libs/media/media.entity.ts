import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IdOf, InstantColumn, WordColumn } from '#database';
import type { Lane } from './processing/lanes.js';

export const mediaKinds = ['VIDEO', 'AUDIO', 'IMAGE', 'FILE'] as const;
export type MediaKind = (typeof mediaKinds)[number];
export const mediaStatuses = ['UPLOADING', 'PROCESSING', 'READY', 'FAILED'] as const;
export type MediaStatus = (typeof mediaStatuses)[number];

/** An uploaded or recorded video, audio, image or file. Its bytes are in the store, under `originalKey`. */
@Entity('media')
@Check('media_kind', `"kind" in ('VIDEO', 'AUDIO', 'IMAGE', 'FILE')`)
@Check('media_status', `"status" in ('UPLOADING', 'PROCESSING', 'READY', 'FAILED')`)
@Index('media_by_owner', ['ownerId', 'id'])
@Index('media_unfinished', ['status', 'createdAt'], { where: `"status" in ('UPLOADING', 'PROCESSING')` })
export class MediaEntity {
  @IdColumn() id: string;
  @IdOf() @ForeignKey('MemberEntity') ownerId: string;
  /** Guessed from the announced type until the bytes have told. */
  @WordColumn() kind: MediaKind;
  @WordColumn() status: MediaStatus;
  /** 0 to 1 while PROCESSING. */
  @Column('real', { default: 0 }) progress: number;
  @Column('text', { nullable: true }) failure: string | null;
  @Column('text') filename: string;
  @Column('text') mimeType: string;
  /** Null until it is known: a recording under way. */
  @Column('bigint', { nullable: true }) byteSize: string | null;
  /** How far an upload without a known length had come with its last part: what it takes of the storage meanwhile. */
  @Column('bigint', { default: 0 }) receivedBytes: string;
  @InstantColumn({ nullable: true }) receivedAt: Date | null;
  @Column('int', { nullable: true }) durationMs: number | null;
  @Column('int', { nullable: true }) width: number | null;
  @Column('int', { nullable: true }) height: number | null;
  /** In which lane its renditions are made; null before they are asked for. */
  @WordColumn({ nullable: true }) lane: Lane | null;
  /** Its place in that lane: lowest first. */
  @Column('int', { nullable: true }) turn: number | null;
  /** Guessed while PROCESSING, from how fast it goes. */
  @Column('int', { nullable: true }) remainingSeconds: number | null;
  /** Starts and ends of pauses in its sound, in milliseconds by turns. */
  @Column('int', { array: true, nullable: true }) silencesMs: number[] | null;
  /** Peaks from 0 to 1, evenly spaced over the duration. */
  @Column('real', { array: true, nullable: true }) waveform: number[] | null;
  /** What others play until renditions are there: the upload, or its remux where that lacked a duration or an index. */
  @Column('text', { nullable: true }) originalKey: string | null;
  /** When a recording under way was stopped: its length was said then. */
  @InstantColumn({ nullable: true }) stoppedAt: Date | null;
  @InstantColumn({ nullable: true }) uploadedAt: Date | null;
  @InstantColumn() createdAt: Date;
}

/** COPY: the uploaded streams in a container that browsers play, until there is an MP4. */
export const renditionKinds = ['HLS', 'MP4', 'COPY', 'AUDIO', 'IMAGE', 'POSTER', 'PREVIEW', 'STORYBOARD'] as const;
export type RenditionKind = (typeof renditionKinds)[number];

/** One playable form of a media item. HLS is a folder of files; `key` names its master playlist. */
@Entity('renditions')
@Index('renditions_by_media', ['mediaId', 'kind'], { unique: true })
export class RenditionEntity {
  @IdColumn() id: string;
  @IdOf() @ForeignKey(() => MediaEntity, { onDelete: 'CASCADE' }) mediaId: string;
  @WordColumn() kind: RenditionKind;
  @Column('text') key: string;
  @Column('text') mimeType: string;
  @Column('bigint') byteSize: string;
}
