import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What was recorded, kept on this device until the hub has all of it. */
export interface SpooledRecording {
  id: string;
  memberId: string;
  filename: string;
  mimeType: string;
  hasPicture: boolean;
  startedAt: number;
  /** The draft that it belongs to. */
  draftKey?: string;
  /** Nothing more will come: stopped by its author, or found cut off at a later visit. */
  endedAt?: number;
  wasCutOff?: boolean;
  /** Its author has seen it after it was cut off: part of a draft now. */
  isTaken?: boolean;
  mediaId?: string;
  uploadUrl?: string;
  offset: number;
  isDeclared: boolean;
}

export interface SpooledPart {
  recordingId: string;
  index: number;
  start: number;
  size: number;
  /** Of the recording, at the end of this part. */
  seconds: number;
  /** Given up for space once the hub had it. */
  bytes?: ArrayBuffer;
}

/** A file on its way; the file itself is kept too where there is room for it. */
export interface SpooledFile {
  id: string;
  memberId: string;
  filename: string;
  mimeType: string;
  byteSize: number;
  lastModified: number;
  startedAt: number;
  draftKey?: string;
  mediaId?: string;
  uploadUrl?: string;
  file?: File;
}

interface Schema extends DBSchema {
  recordings: { key: string; value: SpooledRecording };
  parts: { key: [string, number]; value: SpooledPart };
  files: { key: string; value: SpooledFile };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

const database = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>('meantime-spool', 1, {
    upgrade(db) {
      db.createObjectStore('recordings', { keyPath: 'id' });
      db.createObjectStore('parts', { keyPath: ['recordingId', 'index'] });
      db.createObjectStore('files', { keyPath: 'id' });
    },
    terminated() {
      opened = undefined;
    },
  });
  return opened;
};

/** All parts of one recording, whatever their number. */
const partsOf = (id: string) => IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);

/** Resolves when the disk has it: only then may the interface say that it is safe. */
export const spool = {
  async putRecording(recording: SpooledRecording): Promise<void> {
    await (await database()).put('recordings', recording);
  },

  async putPart(part: SpooledPart): Promise<void> {
    const write = (await database()).transaction('parts', 'readwrite', { durability: 'strict' });
    await write.store.put(part);
    await write.done;
  },

  /** Gives up the bytes of parts that the hub has, for room; where they stood stays known. */
  async forgetBytes(id: string, upTo: number): Promise<void> {
    const write = (await database()).transaction('parts', 'readwrite');
    for await (const cursor of write.store.iterate(partsOf(id))) {
      const { bytes, ...rest } = cursor.value;
      if (bytes && rest.start + rest.size <= upTo) await cursor.update(rest);
    }
    await write.done;
  },

  async part(id: string, index: number): Promise<SpooledPart | undefined> {
    return (await database()).get('parts', [id, index]);
  },

  async recordings(): Promise<SpooledRecording[]> {
    return (await database()).getAll('recordings');
  },

  async recording(id: string): Promise<SpooledRecording | undefined> {
    return (await database()).get('recordings', id);
  },

  /** Where the parts of a recording stand, without reading their bytes twice. */
  async parts(id: string): Promise<SpooledPart[]> {
    return (await database()).getAll('parts', partsOf(id));
  },

  async dropRecording(id: string): Promise<void> {
    const write = (await database()).transaction(['recordings', 'parts'], 'readwrite');
    await Promise.all([write.objectStore('recordings').delete(id), write.objectStore('parts').delete(partsOf(id))]);
    await write.done;
  },

  async putFile(file: SpooledFile): Promise<void> {
    await (await database()).put('files', file);
  },

  async files(): Promise<SpooledFile[]> {
    return (await database()).getAll('files');
  },

  async dropFile(id: string): Promise<void> {
    await (await database()).delete('files', id);
  },
};

/** Asks the browser not to clear the spool when the disk runs low; it may say no. */
export const keepSpool = (): void => void navigator.storage?.persist?.().catch(() => undefined);
