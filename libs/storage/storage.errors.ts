import { HubError, invalidInput } from '#kernel';

export class StorageObjectMissing extends HubError {
  constructor(key: string, cause?: unknown) {
    super('NOT_FOUND', 'storage.missing', 'The file is no longer stored.', { data: { key }, cause });
  }
}

export class StorageWrongSize extends HubError {
  constructor(key: string, expectedBytes: number, receivedBytes: number) {
    super('INVALID_INPUT', 'storage.wrong_size', 'The file did not arrive whole: send it again.', {
      data: { key, expectedBytes, receivedBytes },
    });
  }
}

export class StorageUnavailable extends HubError {
  constructor(whatFailed: string, cause?: unknown) {
    super('INTERNAL', 'storage.unavailable', `The file storage does not work: ${whatFailed}.`, { cause });
  }
}

export const invalidKey = (key: string): HubError =>
  invalidInput('storage.invalid_key', 'This is not a storage key.', { data: { key: key.slice(0, 100) } });

export const rangeNotSatisfiable = (key: string, byteSize?: number): HubError =>
  invalidInput('storage.range_not_satisfiable', 'The file is shorter than the range that was asked for.', {
    data: { key, byteSize },
  });
