import { ScreenWithCamera } from './screen-with-camera';
import { loudness } from './silence';
import { type Devices, openTracks, type Source } from './sources';

/** Open devices, ready to be recorded. */
export class Capture {
  /** What goes into the recording. */
  readonly stream: MediaStream;
  /** With screen and camera: where the camera's circle is. */
  readonly composition?: ScreenWithCamera;
  readonly hasMicrophone: boolean;
  private readonly audio = new AudioContext();
  private readonly analyser: AnalyserNode;
  private readonly wave: Uint8Array<ArrayBuffer>;
  private readonly tracks: MediaStreamTrack[];

  private constructor(
    readonly source: Source,
    { screen, camera, microphone, screenSound }: Awaited<ReturnType<typeof openTracks>>,
    onEnded: () => void,
  ) {
    this.tracks = [screen, camera, microphone, screenSound].filter((track) => track !== undefined);
    if (screen && camera) this.composition = new ScreenWithCamera(screen, camera);
    const picture = this.composition?.track ?? screen ?? camera;
    this.hasMicrophone = microphone !== undefined;
    void this.audio.resume();
    this.analyser = new AnalyserNode(this.audio, { fftSize: 1024 });
    this.wave = new Uint8Array(this.analyser.fftSize);
    if (microphone) this.listen(microphone).connect(this.analyser);
    const sound = microphone && screenSound ? this.mix(microphone, screenSound) : (microphone ?? screenSound);
    this.stream = new MediaStream([picture, sound].filter((track) => track !== undefined));
    // Sharing was ended from the browser's own bar, or a device was pulled out.
    for (const track of [screen, source === 'voice' ? microphone : camera]) track?.addEventListener('ended', onEnded);
  }

  /** @throws CaptureFailure */
  static async open(source: Source, devices: Devices, onEnded: () => void): Promise<Capture> {
    return new Capture(source, await openTracks(source, devices), onEnded);
  }

  /** How loud the microphone is right now, 0 to 1. */
  level(): number {
    this.analyser.getByteTimeDomainData(this.wave);
    return loudness(this.wave);
  }

  /** Lines of the picture: 720. */
  get lines(): number | undefined {
    const { height } = this.stream.getVideoTracks()[0]?.getSettings() ?? {};
    return height;
  }

  deviceOf(kind: 'audio' | 'video'): string | undefined {
    const own = this.tracks.find((track) => track.kind === kind && track.getSettings().deviceId);
    return own?.getSettings().deviceId;
  }

  close(): void {
    this.composition?.stop();
    for (const track of this.tracks) track.stop();
    void this.audio.close();
  }

  private listen = (track: MediaStreamTrack) => this.audio.createMediaStreamSource(new MediaStream([track]));

  private mix(...tracks: MediaStreamTrack[]): MediaStreamTrack {
    const mixed = this.audio.createMediaStreamDestination();
    for (const track of tracks) this.listen(track).connect(mixed);
    return mixed.stream.getAudioTracks()[0]!;
  }
}
