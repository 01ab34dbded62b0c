import { basename } from 'node:path/posix';
import { globalId, type Id } from '#kernel';
import type { MediaKind, MediaStatus, RenditionKind } from './media.entity.js';
import type { MediaRow } from './media.repository.js';
import type { MediaLinks } from './media-links.js';
import type { TranscriptStatus } from './transcripts/transcript.entity.js';

/** A media item as one member sees it: the addresses are signed for them. */
export interface MediaView {
  /** The stored id. */
  key: Id;
  id: string;
  ownerId: Id;
  kind: MediaKind;
  status: MediaStatus;
  progress: number;
  remainingSeconds: number | null;
  failure: string | null;
  filename: string;
  mimeType: string;
  byteSize: number | null;
  durationSeconds: number | null;
  width: number | null;
  height: number | null;
  originalUrl: string | null;
  hlsUrl: string | null;
  mp4Url: string | null;
  audioUrl: string | null;
  imageUrl: string | null;
  posterUrl: string | null;
  previewUrl: string | null;
  storyboardUrl: string | null;
  waveform: number[] | null;
  silences: { startSeconds: number; endSeconds: number }[] | null;
  createdAt: string;
  transcriptStatus: TranscriptStatus | null;
  transcriptProgress: number | null;
  transcriptFailure: string | null;
  captionsUrl: string | null;
}

/** The name under which captions are served: another one after each change, so that no cache keeps old ones. */
export const captionsName = (revision: number): string => `captions/${revision}.vtt`;
export const isCaptionsName = (name: string): boolean => /^captions\/\d{1,9}\.vtt$/.test(name);

/** Renditions that are folders: their files keep their places in them, and one signature opens all. */
export const folders: Partial<Record<RenditionKind | 'ORIGINAL', string>> = { HLS: 'hls', STORYBOARD: 'storyboard' };

/** The name under which a rendition is served. */
export const servedName = (kind: RenditionKind | 'ORIGINAL', key: string): string =>
  folders[kind] ? `${folders[kind]}/${basename(key)}` : basename(key);

export function mediaView(row: MediaRow, viewerId: Id, links: MediaLinks): MediaView {
  const { renditions, transcript } = row;
  const urlOf = (kind: RenditionKind): string | null => {
    const rendition = renditions[kind];
    return rendition ? links.url(viewerId, row.id, servedName(kind, rendition.key)) : null;
  };
  return {
    key: row.id,
    id: globalId('Media', row.id),
    ownerId: row.owner_id,
    kind: row.kind,
    status: row.status,
    progress: row.progress,
    remainingSeconds: row.status === 'PROCESSING' ? row.remaining_seconds : null,
    failure: row.failure,
    filename: row.filename,
    mimeType: row.mime_type,
    byteSize: row.byte_size,
    durationSeconds: row.duration_ms === null ? null : row.duration_ms / 1000,
    width: row.width,
    height: row.height,
    originalUrl: row.original_key ? links.url(viewerId, row.id, servedName('ORIGINAL', row.original_key)) : null,
    hlsUrl: urlOf('HLS'),
    mp4Url: urlOf('MP4') ?? urlOf('COPY'),
    audioUrl: urlOf('AUDIO'),
    imageUrl: urlOf('IMAGE'),
    posterUrl: urlOf('POSTER'),
    previewUrl: urlOf('PREVIEW'),
    storyboardUrl: urlOf('STORYBOARD'),
    waveform: row.waveform,
    silences: row.silences_ms && spansOf(row.silences_ms),
    createdAt: row.created_at,
    transcriptStatus: transcript?.status ?? null,
    transcriptProgress: transcript?.progress ?? null,
    transcriptFailure: transcript?.failure ?? null,
    captionsUrl: transcript?.status === 'READY' ? links.url(viewerId, row.id, captionsName(transcript.revision)) : null,
  };
}

/** Of starts and ends by turns. */
const spansOf = (ms: readonly number[]): { startSeconds: number; endSeconds: number }[] =>
  Array.from({ length: ms.length / 2 }, (_, index) => ({
    startSeconds: ms[index * 2]! / 1000,
    endSeconds: ms[index * 2 + 1]! / 1000,
  }));
