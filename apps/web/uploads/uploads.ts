/** One upload as screens show it. */
export interface UploadNow {
  id: string;
  kind: 'recording' | 'file';
  filename: string;
  mimeType: string;
  hasPicture: boolean;
  startedAt: number;
  draftKey?: string;
  /** Known as soon as the hub has opened the upload: a post may name it from then on. */
  mediaId?: string;
  state: UploadState;
  /** With `failed`: the hub's sentence, or `lost`. */
  problem?: string;
  bytes: number;
  sentBytes: number;
  /** Seconds on this device's disk, and with the hub. */
  spooledSeconds: number;
  sentSeconds: number;
  /** This device is full: what comes is kept in memory until the hub has it. */
  isDeviceFull: boolean;
  /** The tab or the browser went away while it was recorded. */
  wasCutOff: boolean;
  /** Its author has found it again. */
  isTaken: boolean;
}

export type UploadState =
  /** Under way, bytes are coming or going. */
  | 'sending'
  /** The network is away, or the hub is; goes on by itself. */
  | 'waiting'
  /** Goes on after a sign-in. */
  | 'signed-out'
  | 'paused'
  /** After a reload, of a file too large to be kept here: choose it again. */
  | 'needs-file'
  | 'done'
  | 'failed';

let list: readonly UploadNow[] = [];
const listeners = new Set<() => void>();

/** Everything that is on its way to the hub from this device, for `useSyncExternalStore`. */
export const uploads = {
  get: () => list,
  find: (id: string) => list.find((one) => one.id === id),
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  put(next: UploadNow): void {
    list = list.some(({ id }) => id === next.id)
      ? list.map((one) => (one.id === next.id ? next : one))
      : [...list, next];
    for (const listener of listeners) listener();
  },
  change(id: string, part: Partial<UploadNow>): void {
    const now = uploads.find(id);
    if (now) uploads.put({ ...now, ...part });
  },
  drop(id: string): void {
    list = list.filter((one) => one.id !== id);
    for (const listener of listeners) listener();
  },
};

/** Resolves with the media's id as soon as the hub has opened the upload. */
export function mediaIdOf(id: string, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const now = uploads.find(id);
      if (now?.mediaId) end(() => resolve(now.mediaId!));
      else if (!now || now.state === 'failed') end(() => reject(new Error(now?.problem ?? 'dropped')));
    };
    const stopListening = uploads.subscribe(look);
    const aborted = () => end(() => reject(signal!.reason));
    signal?.addEventListener('abort', aborted);
    const end = (settle: () => void) => {
      stopListening();
      signal?.removeEventListener('abort', aborted);
      settle();
    };
    look();
  });
}
