import type { Readable } from 'node:stream';
import type { DirectAccess } from './direct-access.js';

export interface PutOptions {
  /** Length of the whole object in bytes, where the caller knows it; a stream that brings another length is refused. */
  byteSize?: number;
  /** Media type such as `video/mp4`. Stores that keep one (S3) answer with it; the database remains the authority. */
  contentType: string;
}

/** Bytes of an object as HTTP counts them: from 0, both ends included. @see RFC 9110, section 14.1.2 */
export interface ByteRange {
  /** 0 when left out. */
  start?: number;
  /** The last byte when left out or beyond it. */
  end?: number;
}

export interface StoredObject {
  /** The bytes `start` to `end`. The caller reads it to its end or destroys it: it holds a file or connection open. */
  stream: Readable;
  /** Length of the whole object in bytes, whatever the range. */
  byteSize: number;
  /** First byte that the stream brings. */
  start: number;
  /** Last byte that the stream brings, included; `start - 1` for an empty object. */
  end: number;
}

export interface StoredObjectSummary {
  key: string;
  byteSize: number;
}

export interface ListOptions {
  /** Answer keys that sort after this one: the last key of the page before. */
  after?: string;
  /** 1 to 1,000. */
  limit: number;
}

/**
 * Where uploads, recordings and their renditions lie: bytes under keys, nothing else. A key is 1 to 512 characters of
 * `A-Z a-z 0-9 / _ . -` without empty, `.` or `..` segments; any other is refused with `storage.invalid_key`.
 *
 * A write that has been answered is on disk; a reader meets an object whole or not at all, never a part of it.
 * @throws HubError `storage.missing` (NOT_FOUND) where an object is read that is not there.
 */
export abstract class Storage {
  /** Where clients reach the store themselves; undefined where everything goes through the hub. */
  readonly direct: DirectAccess | undefined = undefined;

  /**
   * Writes an object, in place of one of the same key. Memory stays bounded (a few tens of MiB) whatever the length.
   * @throws HubError `storage.wrong_size` when the stream does not bring `byteSize` bytes; nothing is kept then.
   */
  abstract put(key: string, content: Readable | Buffer, options: PutOptions): Promise<void>;

  /**
   * Writes an object from a local file, which stays where it is.
   * @param options.isFinal nobody writes to the file any more: where object and file can be one, nothing is copied
   */
  abstract putFile(key: string, filePath: string, contentType: string, options?: { isFinal?: boolean }): Promise<void>;

  /** @throws HubError `storage.range_not_satisfiable` (INVALID_INPUT) for a range that starts beyond the last byte. */
  abstract get(key: string, range?: ByteRange): Promise<StoredObject>;

  /** Writes an object to a local file (0600, replaced when there); the media tools read local files only. */
  abstract getFile(key: string, filePath: string): Promise<void>;

  /** Undefined for an object that is not there. */
  abstract stat(key: string): Promise<{ byteSize: number } | undefined>;

  /** Deletes objects. Missing ones are no error: a job that runs twice changes nothing. */
  abstract delete(keys: readonly string[]): Promise<void>;

  /** Deletes every object below a prefix, which ends with `/`: `media/0197…/`. Running it again finishes a broken run. */
  abstract deletePrefix(prefix: string): Promise<void>;

  /** Objects below a prefix (ending with `/`, or empty for all), sorted by key as bytes. */
  abstract list(prefix: string, options: ListOptions): Promise<StoredObjectSummary[]>;

  /** For health: writes, reads and deletes a small object of its own. @throws HubError `storage.unavailable` */
  abstract check(): Promise<void>;

  /** Bytes below a prefix, by walking all of it: minutes for millions of objects, so for a nightly job, not a page. */
  async totalBytes(prefix = ''): Promise<number> {
    const limit = 1_000;
    let total = 0;
    let after: string | undefined;
    for (;;) {
      const page = await this.list(prefix, { after, limit });
      for (const object of page) total += object.byteSize;
      if (page.length < limit) return total;
      after = page.at(-1)?.key;
    }
  }
}
