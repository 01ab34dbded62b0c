import { dirname, extname } from 'node:path/posix';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Id } from '#kernel';
import type { RenditionKind } from './media.entity.js';
import { serving } from './media.policy.js';
import { MediaRepository, type MediaRow } from './media.repository.js';
import { folders, servedName } from './media-view.js';

/** How long a process trusts that a member may see an item: a player asks for dozens of segments a minute. */
const REMEMBERED_MS = 30_000;

export interface ServedFile {
  rendition: RenditionKind | 'ORIGINAL';
  key: string;
  contentType: string;
  /** False: a browser saves it and does not show it. */
  isInline: boolean;
  /** The name under which it is saved. */
  filename: string;
}

/** Names within the folder of a rendition; the store refuses more than this, and nothing else is made. */
const nameInFolder = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)?\.(m3u8|mp4|m4s|vtt|jpg)$/;
const folderTypes: Record<string, string> = {
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.mp4': 'video/mp4',
  '.m4s': 'video/iso.segment',
  '.vtt': 'text/vtt',
  '.jpg': 'image/jpeg',
};

/** Which stored file a served name means, for a member who may see the item. */
@Injectable()
export class ServedFiles {
  private readonly seen = new LRUCache<string, MediaRow>({ max: 20_000, ttl: REMEMBERED_MS });

  constructor(private readonly media: MediaRepository) {}

  /** @returns undefined where there is no such file, or no longer for this member */
  async find(viewerId: Id, mediaId: Id, name: string): Promise<ServedFile | undefined> {
    const pair = `${viewerId}${mediaId}`;
    const remembered = this.seen.get(pair);
    const file = remembered && fileOf(remembered, name);
    if (file) return file;
    // Not among what was there a moment ago: renditions may just have been made.
    return this.findNow(viewerId, mediaId, name);
  }

  /** The same, with the right to see it as it is at this moment. */
  async findNow(viewerId: Id, mediaId: Id, name: string): Promise<ServedFile | undefined> {
    const pair = `${viewerId}${mediaId}`;
    const [row] = await this.media.visible([mediaId], viewerId);
    if (!row) {
      this.seen.delete(pair);
      return undefined;
    }
    // Waveforms are not served from here.
    this.seen.set(pair, { ...row, waveform: null, silences_ms: null });
    return fileOf(row, name);
  }
}

function fileOf(row: MediaRow, name: string): ServedFile | undefined {
  if (row.original_key && name === servedName('ORIGINAL', row.original_key)) {
    return { rendition: 'ORIGINAL', key: row.original_key, ...serving(row.mime_type), filename: row.filename };
  }
  for (const [kind, rendition] of Object.entries(row.renditions) as [
    RenditionKind,
    { key: string; mimeType: string },
  ][]) {
    const folder = folders[kind];
    const key = folder ? keyInFolder(folder, rendition.key, name) : rendition.key;
    if (key && (folder || name === servedName(kind, key))) {
      const contentType = folder ? folderTypes[extname(name)]! : rendition.mimeType;
      return { rendition: kind, key, contentType, isInline: true, filename: savedName(row.filename, extname(key)) };
    }
  }
  return undefined;
}

/** @param firstKey of the file that its address names */
function keyInFolder(folder: string, firstKey: string, name: string): string | undefined {
  const inner = name.startsWith(`${folder}/`) ? name.slice(folder.length + 1) : '';
  return nameInFolder.test(inner) ? `${dirname(firstKey)}/${inner}` : undefined;
}

const savedName = (filename: string, extension: string): string =>
  `${filename.slice(0, filename.length - extname(filename).length) || filename}${extension}`;
