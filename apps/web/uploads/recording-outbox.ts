import { type HeldPart, type Progress, secondsWithin, slices } from './plan';
import type { Outbox } from './sender';
import { type SpooledRecording, spool } from './spool';
import { uploads } from './uploads';

/** One recording between the recorder and the sender: parts go to the disk first, and count only then. */
export class RecordingOutbox implements Outbox {
  private readonly parts: HeldPart[] = [];
  /** Bytes that the disk would not take, by the index of their part. */
  private readonly inMemory = new Map<number, ArrayBuffer>();
  private writing: Promise<void> = Promise.resolve();
  private waiting: (() => void)[] = [];
  private heldFrom = 0;
  private isDropped = false;

  constructor(private recording: SpooledRecording) {
    this.show();
  }

  /** What an earlier visit left on the disk. */
  static async found(recording: SpooledRecording): Promise<RecordingOutbox> {
    const outbox = new RecordingOutbox(recording);
    for (const { start, size, seconds, bytes } of await spool.parts(recording.id)) {
      outbox.parts.push({ start, size, seconds });
      if (!bytes) outbox.heldFrom = start + size;
    }
    outbox.show();
    return outbox;
  }

  get id(): string {
    return this.recording.id;
  }

  /** In the order of calls. Resolves when the part is on the disk, or kept as well as can be. */
  write(blob: Blob, seconds: number): Promise<void> {
    this.writing = this.writing.then(async () => {
      if (blob.size === 0) return;
      const bytes = await blob.arrayBuffer();
      const index = this.parts.length;
      const part = { start: this.bytesHeld, size: bytes.byteLength, seconds };
      await this.toDisk(index, part, bytes);
      this.parts.push(part);
      this.grew();
    });
    return this.writing;
  }

  /** Nothing more will come. */
  async end(wasCutOff = false): Promise<void> {
    await this.writing;
    if (this.recording.endedAt) return;
    await this.save({ endedAt: Date.now(), ...(wasCutOff && { wasCutOff }) });
    this.grew();
  }

  /** Not wanted: the sender finds nothing to send. @returns where the hub has a part of it */
  async drop(): Promise<string | undefined> {
    this.isDropped = true;
    this.grew();
    await this.writing;
    return this.recording.uploadUrl;
  }

  progress(): Progress {
    if (this.isDropped) return { offset: 0, isDeclared: false, isEnded: true, bytes: 0, heldFrom: 0 };
    const { uploadUrl, offset, isDeclared, endedAt } = this.recording;
    return {
      uploadUrl,
      offset,
      isDeclared,
      isEnded: endedAt !== undefined,
      bytes: this.bytesHeld,
      heldFrom: this.heldFrom,
    };
  }

  async bytes(from: number, to: number): Promise<Blob> {
    const pieces = slices(this.parts, from, to).map(async (slice) => {
      const bytes = this.inMemory.get(slice.index) ?? (await spool.part(this.id, slice.index))?.bytes;
      if (!bytes) throw new Error(`part ${slice.index} is not here any more`);
      return bytes.slice(slice.from, slice.to);
    });
    return new Blob(await Promise.all(pieces));
  }

  /** All that is still held, to be played back. */
  whole(): Promise<Blob> {
    return this.bytes(this.heldFrom, this.bytesHeld).then(
      (blob) => new Blob([blob], { type: this.recording.mimeType }),
    );
  }

  opened(mediaId: string, uploadUrl: string): Promise<void> {
    return this.save({ mediaId, uploadUrl, offset: 0, isDeclared: false });
  }

  async acknowledged(offset: number, isDeclared: boolean): Promise<void> {
    for (const [index, part] of this.parts.entries()) {
      if (part.start + part.size <= offset && this.inMemory.delete(index)) this.heldFrom = part.start + part.size;
    }
    await this.save({ offset, isDeclared });
  }

  reopened(): Promise<void> {
    return this.save({ mediaId: undefined, uploadUrl: undefined, offset: 0, isDeclared: false });
  }

  grown(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  belongsTo(draftKey: string): Promise<void> {
    return this.save({ draftKey, isTaken: true });
  }

  private get bytesHeld(): number {
    const last = this.parts.at(-1);
    return last ? last.start + last.size : 0;
  }

  private async toDisk(index: number, part: HeldPart, bytes: ArrayBuffer): Promise<void> {
    const whole = { recordingId: this.id, index, ...part, bytes };
    try {
      return await spool.putPart(whole);
    } catch {
      // The disk is full: what the hub has makes room first.
      await spool.forgetBytes(this.id, this.recording.offset).catch(() => undefined);
      const given = this.parts.findLast(({ start, size }) => start + size <= this.recording.offset);
      if (given) this.heldFrom = Math.max(this.heldFrom, given.start + given.size);
    }
    try {
      await spool.putPart(whole);
    } catch {
      this.inMemory.set(index, bytes);
      uploads.change(this.id, { isDeviceFull: true });
    }
  }

  private async save(change: Partial<SpooledRecording>): Promise<void> {
    this.recording = { ...this.recording, ...change };
    this.show();
    // A full disk must not stop the sending: the hub knows how far it is.
    await spool.putRecording(this.recording).catch(() => uploads.change(this.id, { isDeviceFull: true }));
  }

  private grew(): void {
    this.show();
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private show(): void {
    if (this.isDropped) return;
    const { id, filename, mimeType, hasPicture, startedAt, draftKey, mediaId, offset, wasCutOff, isTaken } =
      this.recording;
    const before = uploads.find(id);
    uploads.put({
      state: 'sending',
      isDeviceFull: false,
      ...before,
      ...{ id, filename, mimeType, hasPicture, startedAt, draftKey, mediaId },
      kind: 'recording',
      bytes: this.bytesHeld,
      sentBytes: offset,
      spooledSeconds: secondsWithin(
        this.parts.filter((_, index) => !this.inMemory.has(index)),
        this.bytesHeld,
      ),
      sentSeconds: secondsWithin(this.parts, offset),
      wasCutOff: wasCutOff ?? false,
      isTaken: isTaken ?? false,
    });
  }
}
