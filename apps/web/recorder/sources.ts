/** What is recorded. */
export type Source = 'screen' | 'camera' | 'both' | 'voice';
export const sources: readonly Source[] = ['screen', 'camera', 'both', 'voice'];

/** Why nothing can be recorded, as far as the browser says. */
export type CaptureProblem =
  /** The person or a policy said no to camera or microphone. */
  | 'denied'
  /** No screen was chosen. */
  | 'no-screen'
  | 'missing'
  /** Another program has it. */
  | 'busy'
  /** Not over HTTPS. */
  | 'insecure'
  | 'unsupported';

export class CaptureFailure extends Error {
  constructor(readonly problem: CaptureProblem) {
    super(problem);
  }
}

export interface Devices {
  camera?: string;
  microphone?: string;
}

export const needsCamera = (source: Source): boolean => source === 'camera' || source === 'both';
export const needsScreen = (source: Source): boolean => source === 'screen' || source === 'both';
export const hasPicture = (source: Source): boolean => source !== 'voice';

/** Screens hold small letters, faces do not. */
const SCREEN = { width: { max: 1920 }, height: { max: 1080 }, frameRate: { ideal: 24, max: 30 } };
const CAMERA = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };

export interface Tracks {
  screen?: MediaStreamTrack;
  camera?: MediaStreamTrack;
  microphone?: MediaStreamTrack;
  /** What the shared screen or tab plays. */
  screenSound?: MediaStreamTrack;
}

/** Asks for what a source needs. The screen comes first: it has to follow a press of a button closely. @throws CaptureFailure */
export async function openTracks(source: Source, devices: Devices): Promise<Tracks> {
  if (!isSecureContext) throw new CaptureFailure('insecure');
  if (!navigator.mediaDevices || typeof MediaRecorder === 'undefined') throw new CaptureFailure('unsupported');
  const screen = needsScreen(source) ? await openScreen() : undefined;
  try {
    const own = await openOwn(needsCamera(source), devices);
    return {
      screen: screen?.getVideoTracks()[0],
      screenSound: screen?.getAudioTracks()[0],
      camera: own.getVideoTracks()[0],
      microphone: own.getAudioTracks()[0],
    };
  } catch (error) {
    // A screen without a voice is still worth recording; a microphone that was refused is asked about.
    if (screen && source === 'screen' && error instanceof CaptureFailure && error.problem === 'missing') {
      return { screen: screen.getVideoTracks()[0], screenSound: screen.getAudioTracks()[0] };
    }
    for (const track of screen?.getTracks() ?? []) track.stop();
    throw error;
  }
}

async function openScreen(): Promise<MediaStream> {
  if (!navigator.mediaDevices.getDisplayMedia) throw new CaptureFailure('unsupported');
  try {
    return await navigator.mediaDevices.getDisplayMedia({ video: SCREEN, audio: true });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    throw new CaptureFailure(name === 'NotAllowedError' || name === 'AbortError' ? 'no-screen' : problemOf(error));
  }
}

async function openOwn(withCamera: boolean, { camera, microphone }: Devices): Promise<MediaStream> {
  const exactly = (deviceId?: string) => (deviceId ? { deviceId: { exact: deviceId } } : {});
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...exactly(microphone) },
      video: withCamera && { ...CAMERA, ...exactly(camera) },
    });
  } catch (error) {
    const isGone = error instanceof DOMException && error.name === 'OverconstrainedError';
    if (isGone && (camera || microphone)) return openOwn(withCamera, {});
    throw new CaptureFailure(problemOf(error));
  }
}

function problemOf(error: unknown): CaptureProblem {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'unsupported';
  }
}
