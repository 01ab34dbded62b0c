import type { Upload } from 'tus-js-client';
import { alone, lockOf, pause } from './around';
import { waitMs } from './back-off';
import { noMoreRoom } from './no-room';
import { Refused, SignedOut } from './sender';
import { type SpooledFile, spool } from './spool';
import { forgetUpload, openUpload } from './tus';
import { uploads } from './uploads';

/** Larger files are not copied onto this device: after a reload they are chosen again, and go on where they were. */
const MOST_KEPT_BYTES = 256 * 1024 * 1024;
/** A request carries at most so much: what the hub has acknowledged need not go again. */
const CHUNK_BYTES = 8 * 1024 * 1024;
const running = new Map<string, Upload>();

export async function startFile(file: File, owner: { memberId: string; draftKey?: string }): Promise<string> {
  const spooled: SpooledFile = {
    id: crypto.randomUUID(),
    ...owner,
    filename: file.name,
    mimeType: file.type || 'application/octet-stream',
    byteSize: file.size,
    lastModified: file.lastModified,
    startedAt: Date.now(),
  };
  show(spooled);
  void alone(lockOf(spooled.id), async () => {
    await keep(spooled, file);
    await send(spooled, file);
  });
  return spooled.id;
}

/** Goes on with the files of an earlier visit: by itself where they are kept here. */
export async function resumeFile(id: string): Promise<void> {
  if (uploads.find(id)) return;
  await alone(lockOf(id), async () => {
    // Another tab may have been at it until now, and may have finished.
    const spooled = (await spool.files()).find((one) => one.id === id);
    if (!spooled) return;
    show(spooled);
    if (spooled.file) await send(spooled, spooled.file);
    else uploads.change(id, { state: 'needs-file' });
  });
}

/** The same file, chosen again. @returns false where it is another one */
export async function chooseAgain(id: string, file: File): Promise<boolean> {
  const spooled = (await spool.files()).find((one) => one.id === id);
  const isSame =
    spooled?.filename === file.name && spooled.byteSize === file.size && spooled.lastModified === file.lastModified;
  if (isSame) void alone(lockOf(id), () => send(spooled, file));
  return isSame;
}

export function pauseFile(id: string): void {
  void running.get(id)?.abort();
  uploads.change(id, { state: 'paused' });
}

export function goOnWithFile(id: string): void {
  uploads.change(id, { state: 'sending' });
  running.get(id)?.start();
}

export async function cancelFile(id: string): Promise<void> {
  const now = uploads.find(id);
  const upload = running.get(id);
  running.delete(id);
  uploads.drop(id);
  await upload?.abort().catch(() => undefined);
  await spool.dropFile(id).catch(() => undefined);
  await forgetUpload(now?.state === 'done' ? undefined : (upload?.url ?? undefined), now?.mediaId);
}

async function send(spooled: SpooledFile, file: File): Promise<void> {
  const { id } = spooled;
  try {
    const uploadUrl = spooled.uploadUrl ?? (await open(spooled, file));
    if (!uploadUrl) return;
    await transfer(id, uploadUrl, file);
    uploads.change(id, { state: 'done', sentBytes: file.size });
    await spool.dropFile(id);
  } catch (error) {
    uploads.change(id, { state: 'failed', problem: error instanceof Error ? error.message : '' });
  } finally {
    running.delete(id);
  }
}

/** Tries until the hub has opened it, refused it, or nobody wants it any more. */
async function open(spooled: SpooledFile, file: File): Promise<string | undefined> {
  const { id, filename, mimeType, byteSize } = spooled;
  for (let failures = 1; uploads.find(id); failures++) {
    try {
      const { mediaId, uploadUrl } = await openUpload({ filename, mimeType, byteSize });
      uploads.change(id, { mediaId });
      await keep({ ...spooled, mediaId, uploadUrl }, file);
      return uploadUrl;
    } catch (error) {
      if (error instanceof Refused) throw error;
      const isSignedOut = error instanceof SignedOut;
      uploads.change(id, { state: isSignedOut ? 'signed-out' : 'waiting' });
      await pause(waitMs(failures), isSignedOut);
    }
  }
  return undefined;
}

async function transfer(id: string, uploadUrl: string, file: File): Promise<void> {
  const { Upload } = await import('tus-js-client');
  let failures = 0;
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(file, {
      uploadUrl: new URL(uploadUrl, location.href).href,
      chunkSize: CHUNK_BYTES,
      // Trying again is ours: without an end, and with a word about it.
      retryDelays: null,
      storeFingerprintForResuming: false,
      onProgress: (sentBytes) => uploads.change(id, { sentBytes, state: 'sending' }),
      onChunkComplete: () => {
        failures = 0;
      },
      onSuccess: () => resolve(),
      onError: (error) => {
        const status = 'originalResponse' in error ? error.originalResponse?.getStatus() : undefined;
        if (status === 413) return reject(new Error(noMoreRoom()));
        if (status === 404 || status === 410) return reject(error);
        failures += 1;
        uploads.change(id, { state: status === 401 ? 'signed-out' : 'waiting' });
        void pause(waitMs(failures), status === 401).then(() => {
          const isWanted = running.get(id) === upload && uploads.find(id)?.state !== 'paused';
          if (isWanted) upload.start();
        });
      },
    });
    running.set(id, upload);
    upload.start();
  });
}

/** With the file itself, as long as this device has room for it. */
async function keep(spooled: SpooledFile, file: File): Promise<void> {
  const mayKeep = file.size <= MOST_KEPT_BYTES;
  await spool
    .putFile(mayKeep ? { ...spooled, file } : spooled)
    .catch(() => spool.putFile(spooled))
    .catch(() => undefined);
}

function show({ id, filename, mimeType, startedAt, draftKey, mediaId, byteSize }: SpooledFile): void {
  uploads.put({
    ...{ id, filename, mimeType, startedAt, draftKey, mediaId },
    kind: 'file',
    hasPicture: /^(video|image)\//.test(mimeType),
    state: 'sending',
    bytes: byteSize,
    sentBytes: 0,
    spooledSeconds: 0,
    sentSeconds: 0,
    isDeviceFull: false,
    wasCutOff: false,
    isTaken: true,
  });
}
