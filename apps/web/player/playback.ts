import { afterSilence, type Silence } from './silences';

/** How a recording stands, for everything that shows it. A new object whenever something changed. */
export interface PlaybackNow {
  seconds: number;
  duration: number;
  isPlaying: boolean;
  isWaiting: boolean;
  /** Somebody pressed play once: until then there is a poster and no traffic. */
  hasStarted: boolean;
  rate: number;
  volume: number;
  isMuted: boolean;
  /** What is being said, while captions are on. */
  caption: string;
}

const AT_REST: PlaybackNow = {
  ...{ seconds: 0, duration: 0, isPlaying: false, isWaiting: false, hasStarted: false },
  ...{ rate: 1, volume: 1, isMuted: false, caption: '' },
};

/** One recording of the page: its native element, and whoever follows it or moves it. */
export class Playback {
  now: PlaybackNow = AT_REST;
  private readonly listeners = new Set<() => void>();
  private element?: HTMLMediaElement;
  private detach?: () => void;
  private silences: readonly Silence[] = [];

  /** @param onUse told when somebody starts it: it becomes the one that keys and the panel speak of */
  constructor(
    readonly mediaId: string,
    private readonly onUse: (playback: Playback) => void,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  attach = (element: HTMLMediaElement | null): void => {
    this.detach?.();
    this.detach = undefined;
    this.element = element ?? undefined;
    if (!element) return;
    element.playbackRate = this.now.rate;
    const read = () => this.read(element);
    const waits = () => this.set({ isWaiting: true });
    const events = ['timeupdate', 'seeked', 'seeking', 'play', 'playing', 'pause', 'ended', 'volumechange'];
    for (const event of [...events, 'durationchange', 'canplay']) element.addEventListener(event, read);
    element.addEventListener('waiting', waits);
    this.detach = () => {
      for (const event of [...events, 'durationchange', 'canplay']) element.removeEventListener(event, read);
      element.removeEventListener('waiting', waits);
    };
  };

  /** Known before a byte is loaded: the API says how long it is. */
  setDuration(seconds: number | null): void {
    if (seconds && !Number.isFinite(this.element?.duration)) this.set({ duration: seconds });
  }

  /** Passed over while it plays; none: played like all else. */
  skipSilences(silences: readonly Silence[]): void {
    this.silences = silences;
  }

  async play(): Promise<void> {
    this.onUse(this);
    this.set({ hasStarted: true });
    const element = this.element;
    if (!element) return;
    try {
      await element.play();
    } catch {
      // The browser wants a click first, or the source is being changed: what the element says is shown.
      this.read(element);
    }
  }

  pause(): void {
    this.element?.pause();
  }

  toggle(): void {
    if (this.now.isPlaying) this.pause();
    else void this.play();
  }

  seek(seconds: number): void {
    const to = Math.min(Math.max(0, seconds), this.now.duration || seconds);
    this.onUse(this);
    this.set({ seconds: to });
    if (this.element) this.element.currentTime = to;
  }

  skip(by: number): void {
    this.seek(this.now.seconds + by);
  }

  setRate(rate: number): void {
    this.set({ rate });
    if (!this.element) return;
    this.element.defaultPlaybackRate = rate;
    this.element.playbackRate = rate;
  }

  setVolume(volume: number): void {
    if (!this.element) return;
    this.element.volume = Math.min(1, Math.max(0, volume));
    this.element.muted = volume <= 0;
  }

  toggleMute(): void {
    if (this.element) this.element.muted = !this.element.muted;
  }

  setCaption(caption: string): void {
    if (caption !== this.now.caption) this.set({ caption });
  }

  private read(element: HTMLMediaElement): void {
    if (!element.paused && !element.seeking) {
      const to = afterSilence(this.silences, element.currentTime);
      if (to !== undefined) element.currentTime = to;
    }
    this.set({
      seconds: element.readyState === 0 ? this.now.seconds : element.currentTime,
      duration: Number.isFinite(element.duration) ? element.duration : this.now.duration,
      isPlaying: !element.paused && !element.ended,
      isWaiting: !element.paused && element.readyState < HTMLMediaElement.HAVE_FUTURE_DATA,
      volume: element.volume,
      isMuted: element.muted,
    });
  }

  private set(part: Partial<PlaybackNow>): void {
    const changed = Object.entries(part).some(([key, value]) => this.now[key as keyof PlaybackNow] !== value);
    if (!changed) return;
    this.now = { ...this.now, ...part };
    for (const listener of this.listeners) listener();
  }
}
