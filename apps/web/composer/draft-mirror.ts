import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Draft } from './draft';

interface Schema extends DBSchema {
  drafts: { key: [string, string]; value: { memberId: string; key: string; draft: Draft } };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;
const database = () => {
  opened ??= openDB<Schema>('meantime-drafts', 1, {
    upgrade: (db) => void db.createObjectStore('drafts', { keyPath: ['memberId', 'key'] }),
  });
  return opened;
};

let next: { memberId: string; draft: Draft } | undefined;
let isWriting = false;

/**
 * The same drafts once more, forced onto the disk: a browser writes localStorage down only every few seconds, which a
 * crash of all of it would cost. The newest text goes as soon as the one before is down.
 */
export async function mirrorDraft(memberId: string, draft: Draft): Promise<void> {
  next = { memberId, draft };
  if (isWriting) return;
  isWriting = true;
  try {
    while (next) {
      const { memberId: owner, draft: newest } = next as { memberId: string; draft: Draft };
      next = undefined;
      const write = (await database()).transaction('drafts', 'readwrite', { durability: 'strict' });
      await write.store.put({ memberId: owner, key: newest.key, draft: newest });
      await write.done;
    }
  } catch {
    // Private windows and full disks: localStorage has it.
  } finally {
    isWriting = false;
  }
}

export async function mirroredDrafts(memberId: string): Promise<Draft[]> {
  try {
    const all = await (await database()).getAll('drafts', IDBKeyRange.bound([memberId, ''], [memberId, '\uffff']));
    return all.map(({ draft }) => draft);
  } catch {
    return [];
  }
}

export async function dropMirrored(memberId: string, key: string): Promise<void> {
  if (next?.draft.key === key) next = undefined;
  await database()
    .then((db) => db.delete('drafts', [memberId, key]))
    .catch(() => undefined);
}
