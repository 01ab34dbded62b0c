import type { Id } from '#kernel';
import type { MediaStatus } from './media.entity.js';

/** What the database says of a media item whose files lie in the store. */
export interface KeptMedia {
  id: Id;
  status: MediaStatus;
  original_key: string | null;
  /** The keys that its renditions are named by; the files beside them belong to them. */
  rendition_keys: readonly string[];
  /** Nothing has happened to it for a day: no work on it is under way. */
  is_settled: boolean;
}

const folderOf = (key: string): string => key.split('/').slice(0, 3).join('/');

/**
 * Which files of the store nothing names any more: those of items that are gone, what former tries of processing left,
 * and parts of uploads that were taken in or given up. What may still be written is left alone.
 * @param keys below `media/` and `uploads/`
 * @param isOurs whether an item of this id can only have been made by this database
 */
export function orphansOf(
  keys: readonly string[],
  rows: ReadonlyMap<Id, KeptMedia>,
  isOurs: (id: Id) => boolean,
): string[] {
  return keys.filter((key) => {
    const [root, id = ''] = key.split('/');
    const row = rows.get(id);
    if (!row) return isOurs(id);
    if (root === 'uploads') return row.status !== 'UPLOADING' && row.is_settled;
    if (!row.is_settled || !(row.status === 'READY' || row.status === 'FAILED') || key === row.original_key)
      return false;
    return !row.rendition_keys.some((rendition) => folderOf(rendition) === folderOf(key));
  });
}

/** When an id was made, as its first 48 bits say. @see RFC 9562, section 5.7 */
export const madeAtMs = (id: Id): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
