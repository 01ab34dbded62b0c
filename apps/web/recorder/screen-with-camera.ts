import { type Circle, inside, middleSquare, startCircle } from './circle';

const FRAMES = 24;
const MOST_WIDTH = 1600;

/** Draws screen and camera into one picture: the camera as a circle that its owner may move while recording. */
export class ScreenWithCamera {
  readonly track: MediaStreamTrack;
  private circle = startCircle;
  private readonly canvas = document.createElement('canvas');
  private readonly worker = new Worker(new URL('./ticks.worker.ts', import.meta.url), { type: 'module' });
  private readonly screen: HTMLVideoElement;
  private readonly camera: HTMLVideoElement;

  constructor(screen: MediaStreamTrack, camera: MediaStreamTrack) {
    this.screen = playing(screen);
    this.camera = playing(camera);
    const { width = 1280, height = 720 } = screen.getSettings();
    const scale = Math.min(1, MOST_WIDTH / width);
    // Encoders want even numbers.
    this.canvas.width = Math.round((width * scale) / 2) * 2;
    this.canvas.height = Math.round((height * scale) / 2) * 2;
    this.circle = inside(startCircle, this.aspect);
    this.worker.onmessage = () => this.draw();
    this.worker.postMessage(FRAMES);
    this.draw();
    this.track = this.canvas.captureStream(FRAMES).getVideoTracks()[0]!;
  }

  get aspect(): number {
    return this.canvas.width / this.canvas.height;
  }
  get place(): Circle {
    return this.circle;
  }
  move(to: Circle): void {
    this.circle = inside(to, this.aspect);
  }

  stop(): void {
    this.worker.terminate();
    this.track.stop();
    this.screen.srcObject = null;
    this.camera.srcObject = null;
  }

  private draw(): void {
    const context = this.canvas.getContext('2d', { alpha: false });
    if (!context) return;
    const { width, height } = this.canvas;
    if (this.screen.readyState >= 2) drawWhole(context, this.screen, width, height);
    if (this.camera.readyState < 2) return;
    const { x, y, size } = this.circle;
    const radius = (size * width) / 2;
    const from = middleSquare(this.camera.videoWidth, this.camera.videoHeight);
    context.save();
    context.beginPath();
    context.arc(x * width, y * height, radius, 0, Math.PI * 2);
    context.closePath();
    context.lineWidth = Math.max(3, radius * 0.055);
    context.strokeStyle = 'white';
    context.stroke();
    context.clip();
    const [left, top] = [x * width - radius, y * height - radius];
    context.drawImage(this.camera, from.x, from.y, from.side, from.side, left, top, radius * 2, radius * 2);
    context.restore();
  }
}

/** The whole screen, even after its window has changed its shape. */
function drawWhole(context: CanvasRenderingContext2D, screen: HTMLVideoElement, width: number, height: number): void {
  const scale = Math.min(width / screen.videoWidth, height / screen.videoHeight);
  const [w, h] = [screen.videoWidth * scale, screen.videoHeight * scale];
  if (w < width - 1 || h < height - 1) {
    context.fillStyle = 'black';
    context.fillRect(0, 0, width, height);
  }
  context.drawImage(screen, (width - w) / 2, (height - h) / 2, w, h);
}

function playing(track: MediaStreamTrack): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  void video.play().catch(() => undefined);
  return video;
}
