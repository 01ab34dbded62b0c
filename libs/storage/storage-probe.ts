import { buffer } from 'node:stream/consumers';
import { newId } from '#kernel';
import { StorageUnavailable } from './storage.errors.js';
import type { Storage } from './storage.port.js';

/** Longer than a healthy store ever takes for a few bytes; an operator is waiting for the answer. */
const probeTimeoutMs = 10_000;

/** Writes, reads and deletes a small object: what {@link Storage.check} does on every adapter. */
export async function probe(storage: Storage): Promise<void> {
  const key = `health/${newId()}`;
  const written = Buffer.from(key);
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${probeTimeoutMs / 1_000} s`)), probeTimeoutMs);
  });
  const roundTrip = async () => {
    await storage.put(key, written, { contentType: 'text/plain' });
    const { stream } = await storage.get(key);
    const read = await buffer(stream);
    await storage.delete([key]);
    if (!read.equals(written)) throw new Error('what was read is not what had been written');
  };
  try {
    await Promise.race([roundTrip(), timeout]);
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error;
    throw new StorageUnavailable(error instanceof Error ? error.message : String(error), error);
  } finally {
    clearTimeout(timer);
  }
}
