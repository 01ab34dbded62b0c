import type { Id } from '#kernel';

export interface PartialUpload {
  id: Id;
  byteSize: number;
  /** How long nothing has been added. */
  idleMs: number;
}

/** The bytes of uploads under way, as they come in: in files that the api processes share, or in the store. */
export abstract class UploadParts {
  /** How many bytes are there and safe. */
  abstract offset(id: Id): Promise<number>;

  /**
   * Adds what a stream brings. Whether it ends or breaks, what came before is safe when this settles. One writer at a
   * time: UploadLocker sees to it.
   * @returns the new length
   * @throws what the stream throws
   */
  abstract append(id: Id, offset: number, stream: AsyncIterable<Buffer>): Promise<number>;

  /** All that has arrived as one local file, for the media tools; within the directory where it has to be fetched. */
  abstract fetch(id: Id, directory: string): Promise<string>;

  /** Counts what a client has sent to the store itself. @returns false where that is not there, or is not of this length */
  async adopt(_id: Id, _byteSize: number): Promise<boolean> {
    return false;
  }

  abstract remove(id: Id): Promise<void>;

  /** All uploads that have bytes here, finished ones that were not taken in yet included. */
  abstract list(): Promise<PartialUpload[]>;
}
