import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '#config';
import {
  findMediaTools,
  type MediaFacts,
  type MediaTools,
  makePictures,
  makePlayable,
  PICTURE_FILES,
  probe,
  probePicture,
  type RenditionFiles,
  type Sniffed,
  sniff,
  speechSamples,
  type TranscodeOptions,
  transcode,
  UnreadableMedia,
} from '#transcoding';
import type { MediaKind, RenditionKind } from './media.entity.js';

/** A recorder that stops itself at the limit is a moment late. */
const LENGTH_TOLERANCE_MS = 5_000;

/** A file as it is kept and played until renditions are there. */
export interface Playable {
  kind: MediaKind;
  mimeType: string;
  extension: string;
  path: string;
  durationMs: number | null;
  width: number | null;
  height: number | null;
}

export interface MadeRendition {
  kind: RenditionKind;
  /** Relative to the directory of the work; HLS: the master playlist, beside which its other files lie. */
  path: string;
  mimeType: string;
  /** Every file of it, with what it is. */
  files: { path: string; mimeType: string }[];
}

export interface Transcoded {
  kind: MediaKind;
  durationMs: number | null;
  width: number | null;
  height: number | null;
  waveform: number[] | null;
  silencesMs: number[] | null;
  renditions: MadeRendition[];
}

/** A file that no attempt can make playable. `message` is a sentence for people. */
export class UnreadableRecording extends Error {
  override readonly name = 'UnreadableRecording';
}

/** Recordings as the media feature knows them, over the media tools of this machine. */
@Injectable()
export class Recordings implements OnApplicationBootstrap {
  private readonly logger = new Logger(Recordings.name);
  private found: Promise<MediaTools> | undefined;

  constructor(private readonly config: Config) {}

  /** Finds the tools before somebody waits for them, and says at the start where they are missing. */
  onApplicationBootstrap(): void {
    this.tools().catch((error: Error) => this.logger.error(error.message));
  }

  /** What the bytes are; undefined where they say nothing. */
  sniff(path: string): Promise<Sniffed | undefined> {
    return sniff(path);
  }

  /** The upload itself, or a copy of it in the directory that has the duration and index which the upload lacks. */
  async makePlayable(path: string, { demuxer, ...sniffed }: Sniffed, directory: string): Promise<Playable> {
    return this.readable(async () => {
      const tools = await this.tools().catch(() => undefined);
      // Without tools a browser may still play what it has recorded; its job says what is missing.
      if (!tools) return { ...sniffed, path, durationMs: null, width: null, height: null };
      let facts = await probe(tools, path, demuxer!);
      const kept = { ...sniffed, kind: kindOf(facts), mimeType: asSound(sniffed.mimeType, facts), path };
      if (facts.durationMs !== null) return { ...kept, ...shown(facts) };
      const codecs = [facts.video?.codec, facts.audio?.codec].filter((codec) => codec !== undefined);
      const out = (extension: string): string => join(directory, `playable.${extension}`);
      const written = await makePlayable(tools, path, demuxer!, codecs, out, facts.video !== null).catch(asItIs);
      if (!written) return { ...kept, ...shown(facts) };
      facts = await probe(tools, written.path, demuxer!);
      return { ...kept, ...written, ...shown(facts) };
    });
  }

  async transcode(
    path: string,
    directory: string,
    options: { signal: AbortSignal; niceness?: number; onProgress: (done: number) => void },
  ): Promise<Transcoded> {
    return this.readable(async () => {
      const tools = await this.tools();
      const sniffed = await sniff(path);
      if (!sniffed?.demuxer) throw new UnreadableRecording('This is not a video or sound that can be played here.');
      const facts = await probe(tools, path, sniffed.demuxer, options.signal);
      const tooLong = this.tooLong(facts.durationMs);
      if (tooLong) throw new UnreadableRecording(tooLong);
      const result = await transcode(tools, path, sniffed.demuxer, facts, directory, {
        ...options,
        ...this.encoding(),
      });
      const { width, height } = shown(facts);
      return { ...result, width, height, kind: kindOf(facts), renditions: result.renditions.map(made) };
    });
  }

  /** @returns the size of an image as shown; undefined where the tools do not know its kind, or are missing */
  async inspectPicture(path: string, { mimeType }: Sniffed): Promise<{ width: number; height: number } | undefined> {
    return this.readable(async () => {
      const tools = await this.tools().catch(() => undefined);
      const facts = tools && (await probePicture(tools, path, mimeType));
      return facts && { width: facts.width, height: facts.height };
    });
  }

  private encoding(): Pick<TranscodeOptions, 'hardware' | 'onFallBack'> {
    const { TRANSCODE_HARDWARE: name, TRANSCODE_DEVICE: device } = this.config.values;
    if (name === 'none') return {};
    return {
      hardware: { name, device },
      onFallBack: (why) => this.logger.warn(`${name} has not encoded, the cores do: ${why.slice(-300)}`),
    };
  }

  /** The sizes of an image; of one that moves, a video of it as well. */
  async pictures(
    path: string,
    directory: string,
    options: { signal: AbortSignal; niceness?: number },
  ): Promise<Transcoded> {
    return this.readable(async () => {
      const tools = await this.tools();
      const sniffed = await sniff(path);
      const facts = sniffed && (await probePicture(tools, path, sniffed.mimeType));
      if (!facts)
        throw new UnreadableRecording('This kind of picture cannot be read here. It can be downloaded as it is.');
      await mkdir(directory, { recursive: true });
      await makePictures(tools, path, facts, directory, options.signal);
      const [image, poster] = PICTURE_FILES.map(({ file }) => [file]);
      const renditions: RenditionFiles[] = [
        { kind: 'IMAGE', files: image! },
        { kind: 'POSTER', files: poster! },
      ];
      if (facts.isAnimated) {
        const moving = await probe(tools, path, facts.demuxer, options.signal);
        const video = await transcode(tools, path, facts.demuxer, moving, directory, options);
        renditions.push(...video.renditions.filter(({ kind }) => kind === 'MP4' || kind === 'PREVIEW'));
      }
      const { width, height } = facts;
      const ofPicture = { durationMs: null, width, height, waveform: null, silencesMs: null };
      return { kind: 'IMAGE', ...ofPicture, renditions: renditions.map(made) };
    });
  }

  /** Of an audio rendition of ours, as speech engines hear it. */
  async speechSamples(path: string, out: string, signal: AbortSignal): Promise<void> {
    await speechSamples(await this.tools(), path, out, signal);
  }

  /** What is said of a recording that is longer than the organisation wants; undefined where it is not. */
  tooLong(durationMs: number | null): string | undefined {
    const minutes = this.config.values.MAX_RECORDING_MINUTES;
    if (minutes === 0 || (durationMs ?? 0) <= minutes * 60_000 + LENGTH_TOLERANCE_MS) return undefined;
    return `A recording has at most ${minutes} min here, and this one is longer. It can be downloaded as it is.`;
  }

  /** @throws HubError media.no_tools */
  async tools(): Promise<MediaTools> {
    if (!this.found) {
      const { FFMPEG_PATH: ffmpegPath, FFPROBE_PATH: ffprobePath } = this.config.values;
      this.found = findMediaTools({ ffmpegPath, ffprobePath });
      const tools = await this.found.catch((error: unknown) => {
        this.found = undefined;
        throw error;
      });
      if (tools.isBundled) {
        this.logger.warn('Using the bundled ffmpeg of 2018, which gets no fixes: install ffmpeg on this machine.');
      }
    }
    return this.found;
  }

  private async readable<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UnreadableMedia)) throw error;
      if (error.detail) this.logger.log(`${error.reason}: ${error.detail.slice(-500)}`);
      throw new UnreadableRecording(error.message, { cause: error });
    }
  }
}

/** What cannot be copied may still be decoded. */
function asItIs(error: unknown): undefined {
  if (!(error instanceof UnreadableMedia)) throw error;
}

const kindOf = (facts: MediaFacts): MediaKind => (facts.video ? 'VIDEO' : 'AUDIO');

/** Sound in a container that also holds pictures is announced as sound. */
const asSound = (mimeType: string, facts: MediaFacts): string =>
  facts.video ? mimeType : mimeType.replace(/^video\//, 'audio/');

const shown = ({ durationMs, video }: MediaFacts) => ({
  durationMs,
  width: video?.width ?? null,
  height: video?.height ?? null,
});

const mimeTypes: Readonly<Record<string, string>> = {
  m3u8: 'application/vnd.apple.mpegurl',
  m4s: 'video/iso.segment',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  jpg: 'image/jpeg',
  vtt: 'text/vtt',
  webp: 'image/webp',
};
const mimeTypeOf = (path: string): string => mimeTypes[path.split('.').at(-1)!] ?? 'application/octet-stream';

const made = ({ kind, files }: RenditionFiles): MadeRendition => ({
  kind,
  path: files[0]!,
  mimeType: mimeTypeOf(files[0]!),
  files: files.map((path) => ({ path, mimeType: mimeTypeOf(path) })),
});
