import { alone, lockOf, pause, tellTabs } from './around';
import { RecordingOutbox } from './recording-outbox';
import { sendAll } from './sender';
import { keepSpool, type SpooledRecording, spool } from './spool';
import { forgetUpload, recordingServer } from './tus';
import { uploads } from './uploads';

const OFFERED_MS = 7 * 86_400_000;
const outboxes = new Map<string, RecordingOutbox>();
const releases = new Map<string, () => void>();

export type NewRecording = Pick<SpooledRecording, 'memberId' | 'filename' | 'mimeType' | 'hasPicture' | 'draftKey'>;

/** Where a recorder writes to. Everything written is sent at once, in order, for as long as it takes. */
export async function startRecording(wish: NewRecording): Promise<RecordingOutbox> {
  keepSpool();
  const recording: SpooledRecording = {
    ...wish,
    id: crypto.randomUUID(),
    startedAt: Date.now(),
    offset: 0,
    isDeclared: false,
  };
  const outbox = new RecordingOutbox(recording);
  await new Promise<void>((isOurs) => {
    void alone(lockOf(recording.id), async () => {
      // On the disk only now, and told only now: a quicker tab would take it for one that was left behind.
      await spool.putRecording(recording).catch(() => undefined);
      isOurs();
      tellTabs({ added: recording.id });
      await send(recording, outbox);
      // Played back from here as long as this tab is open: another one may not clear it away before.
      if (outboxes.has(recording.id)) await new Promise<void>((resolve) => releases.set(recording.id, resolve));
    });
  });
  return outbox;
}

/** Takes over what a closed tab or an earlier visit left; does nothing while another tab is at it. */
export async function resumeRecording(id: string): Promise<void> {
  if (outboxes.has(id)) return;
  await alone(lockOf(id), async () => {
    const recording = await spool.recording(id);
    if (!recording || outboxes.has(id)) return;
    if (recording.isDeclared && !isOffered(recording)) return spool.dropRecording(id);
    const outbox = await RecordingOutbox.found(recording);
    await outbox.end(recording.endedAt === undefined);
    await send(recording, outbox);
  });
}

/** Not wanted: forgotten here and, as far as it came, by the hub. */
export async function dropRecording(id: string): Promise<void> {
  const now = uploads.find(id);
  const uploadUrl = await outboxes.get(id)?.drop();
  outboxes.delete(id);
  releases.get(id)?.();
  uploads.drop(id);
  await spool.dropRecording(id).catch(() => undefined);
  await forgetUpload(now?.state === 'done' ? undefined : uploadUrl, now?.mediaId);
}

/** What this device still holds of a recording, to be played. */
export const playbackOf = (id: string): Promise<Blob> | undefined => outboxes.get(id)?.whole();

/** Makes the recording part of a draft, so that it is found there again. */
export const attachRecording = (id: string, draftKey: string): void => void outboxes.get(id)?.belongsTo(draftKey);

/** Cut off, and not found again yet: kept to be played and finished, as long as the hub would keep it unfinished. */
const isOffered = ({ wasCutOff, isTaken, startedAt }: SpooledRecording): boolean =>
  Boolean(wasCutOff) && !isTaken && Date.now() - startedAt < OFFERED_MS;

async function send(recording: SpooledRecording, outbox: RecordingOutbox): Promise<void> {
  const { id, filename, mimeType } = recording;
  outboxes.set(id, outbox);
  const outcome = await sendAll(outbox, recordingServer({ filename, mimeType }), {
    pause,
    tell: (state) => uploads.change(id, { state: state === 'idle' ? 'sending' : state }),
  }).catch((error: Error) => ({ end: 'failed' as const, problem: error.message }));
  if (outcome.end === 'failed') uploads.change(id, { state: 'failed', problem: outcome.problem });
  // The bytes stay here for playing them back, and leave the disk with the next visit.
  if (outcome.end === 'done') uploads.change(id, { state: 'done' });
  if (outcome.end === 'dropped') {
    uploads.drop(id);
    await spool.dropRecording(id).catch(() => undefined);
  }
}
