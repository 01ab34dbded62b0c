import { dropRecording, type RecordingOutbox, startRecording } from '../uploads';
import { Capture } from './capture';
import { extensionOf, recordingType } from './format';
import { isTooLong, silentFor } from './silence';
import { CaptureFailure, type CaptureProblem, type Devices, hasPicture, type Source } from './sources';

export type Phase = 'idle' | 'asking' | 'problem' | 'ready' | 'counting' | 'recording' | 'paused' | 'stopping';

export interface RecorderNow {
  phase: Phase;
  source?: Source;
  problem?: CaptureProblem;
  capture?: Capture;
  /** 3, 2, 1 */
  count?: number;
  uploadId?: string;
  /** Nothing has been heard for a while. */
  isSilent: boolean;
}

export interface RecorderWish {
  memberId: string;
  draftKey?: string;
  /** A name for the file, without its ending. */
  nameOf: () => string;
  onStopped: (uploadId: string, source: Source) => void;
}

/** One part a second: what is lost with the tab is at most the part that was being written. */
const PART_MS = 1000;
const LISTEN_MS = 100;
const CHOICE = 'meantime.devices';

/** The recorder behind its pictures: devices, countdown, parts on their way. A store for `useSyncExternalStore`. */
export class Recorder {
  private now: RecorderNow = { phase: 'idle', isSilent: false };
  private readonly listeners = new Set<() => void>();
  private recorder?: MediaRecorder;
  private outbox?: RecordingOutbox;
  private counting?: ReturnType<typeof setTimeout>;
  private listening?: ReturnType<typeof setInterval>;
  private silent = 0;
  private before = 0;
  private since?: number;
  devices: Devices = JSON.parse(localStorage.getItem(CHOICE) ?? '{}');

  constructor(public wish: RecorderWish) {}

  readonly get = () => this.now;
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Seconds recorded so far, without pauses. */
  seconds(): number {
    return this.before + (this.since === undefined ? 0 : (performance.now() - this.since) / 1000);
  }

  async choose(source: Source): Promise<void> {
    this.closeDevices();
    this.set({ phase: 'asking', source, problem: undefined, capture: undefined });
    try {
      const capture = await Capture.open(source, this.devices, () => void this.stop());
      if (this.now.phase !== 'asking') return capture.close();
      this.silent = 0;
      this.listening = setInterval(() => this.listen(capture), LISTEN_MS);
      this.set({ phase: 'ready', capture });
    } catch (error) {
      const problem = error instanceof CaptureFailure ? error.problem : 'unsupported';
      this.set({ phase: 'problem', problem });
    }
  }

  async switchDevices(devices: Devices): Promise<void> {
    this.devices = { ...this.devices, ...devices };
    localStorage.setItem(CHOICE, JSON.stringify(this.devices));
    if (this.now.phase === 'ready' && this.now.source) await this.choose(this.now.source);
  }

  /** Counts from three; a second call skips it. */
  begin(): void {
    if (this.now.phase === 'counting') return void this.start();
    if (this.now.phase !== 'ready') return;
    const count = (left: number) => {
      if (left === 0) return void this.start();
      this.set({ phase: 'counting', count: left });
      this.counting = setTimeout(() => count(left - 1), 1000);
    };
    count(3);
  }

  pause(): void {
    if (this.now.phase === 'recording') {
      this.recorder?.pause();
      this.before = this.seconds();
      this.since = undefined;
      this.set({ phase: 'paused' });
    } else if (this.now.phase === 'paused') {
      this.recorder?.resume();
      this.since = performance.now();
      this.silent = 0;
      this.set({ phase: 'recording' });
    }
  }

  /** Everything from the first second again, with the same devices. */
  async restart(): Promise<void> {
    const { uploadId } = this.now;
    await this.halt();
    if (uploadId) await dropRecording(uploadId);
    this.set({ phase: 'ready', uploadId: undefined });
    this.begin();
  }

  /** @returns the recording that was made, once its last part is kept */
  async stop(): Promise<string | undefined> {
    const { phase, uploadId, source } = this.now;
    if (phase !== 'recording' && phase !== 'paused') {
      if (phase === 'ready' || phase === 'counting') this.close();
      return undefined;
    }
    this.set({ phase: 'stopping' });
    await this.halt();
    await this.outbox?.end();
    this.closeDevices();
    this.set({ phase: 'idle', capture: undefined, uploadId: undefined });
    if (uploadId && source) this.wish.onStopped(uploadId, source);
    return uploadId;
  }

  close(): void {
    this.closeDevices();
    this.set({ phase: 'idle', source: undefined, capture: undefined, problem: undefined });
  }

  private async start(): Promise<void> {
    clearTimeout(this.counting);
    const { capture, source } = this.now;
    if (!capture || !source) return;
    const type = recordingType(hasPicture(source), (one) => MediaRecorder.isTypeSupported(one));
    if (!type) return this.set({ phase: 'problem', problem: 'unsupported' });
    const outbox = await startRecording({
      ...{ memberId: this.wish.memberId, draftKey: this.wish.draftKey },
      filename: `${this.wish.nameOf()}.${extensionOf(type)}`,
      mimeType: type,
      hasPicture: hasPicture(source),
    });
    // Key frames each second, so that each part can be played without the one that follows it.
    const options: MediaRecorderOptions & { videoKeyFrameIntervalDuration: number } = {
      mimeType: type,
      videoBitsPerSecond: 2_500_000,
      audioBitsPerSecond: 96_000,
      videoKeyFrameIntervalDuration: PART_MS,
    };
    const recorder = new MediaRecorder(capture.stream, options);
    recorder.ondataavailable = ({ data }) => void outbox.write(data, this.seconds());
    this.recorder = recorder;
    this.outbox = outbox;
    this.before = 0;
    recorder.start(PART_MS);
    this.since = performance.now();
    this.set({ phase: 'recording', count: undefined, uploadId: outbox.id });
  }

  /** Ends the writing; what was written is handed over when this resolves. */
  private halt(): Promise<void> {
    clearTimeout(this.counting);
    const recorder = this.recorder;
    this.recorder = undefined;
    this.before = this.seconds();
    this.since = undefined;
    if (!recorder || recorder.state === 'inactive') return Promise.resolve();
    return new Promise((resolve) => {
      recorder.onstop = () => resolve();
      recorder.stop();
    });
  }

  private listen(capture: Capture): void {
    if (!capture.hasMicrophone || this.now.phase === 'paused') return;
    this.silent = silentFor(this.silent, capture.level(), LISTEN_MS / 1000);
    const isSilent = isTooLong(this.silent);
    if (isSilent !== this.now.isSilent) this.set({ isSilent });
  }

  private closeDevices(): void {
    clearTimeout(this.counting);
    clearInterval(this.listening);
    this.now.capture?.close();
  }

  private set(change: Partial<RecorderNow>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }
}
