import fc from 'fast-check';
import { h264Level } from './h264-level.js';
import type { MediaFacts, VideoFacts } from './media-facts.js';
import { planRenditions } from './plan-renditions.js';

const video = (changes: Partial<VideoFacts> = {}): VideoFacts => ({
  streamIndex: 0,
  codec: 'vp8',
  width: 1280,
  height: 720,
  rotation: 0,
  frameRate: 30,
  isVariable: false,
  pixelFormat: 'yuv420p',
  hdrTransfer: null,
  isHdr: false,
  ...changes,
});
const facts = (changes: Partial<MediaFacts> = {}): MediaFacts => ({
  durationMs: 10_000,
  byteSize: 1_000_000,
  video: video(),
  audio: { streamIndex: 1, codec: 'opus', channels: 2, sampleRateHz: 48_000 },
  ...changes,
});
const sizes = (width: number, height: number) =>
  planRenditions(facts({ video: video({ width, height }) })).rungs.map((rung) => `${rung.width}x${rung.height}`);

describe('the rungs', () => {
  it.each([
    [3840, 2160, ['1920x1080', '1280x720', '640x360']],
    [1920, 1080, ['1920x1080', '1280x720', '640x360']],
    [1280, 720, ['1280x720', '640x360']],
    [1080, 1920, ['1080x1920', '720x1280', '360x640']],
    [640, 480, ['640x480', '480x360']],
    [1440, 900, ['1440x900', '576x360']],
    [320, 180, ['320x180']],
    [361, 641, ['360x640']],
    [1, 1, ['2x2']],
  ])('of %d x %d', (width, height, expected) => expect(sizes(width, height)).toEqual(expected));

  const anyVideo = fc.record({
    width: fc.integer({ min: 1, max: 7680 }),
    height: fc.integer({ min: 1, max: 4320 }),
    frameRate: fc.option(fc.double({ min: 0.01, max: 90_000, noNaN: true })),
    isVariable: fc.boolean(),
  });

  it('are never above their source, even, fewer and smaller downwards, and at least one', () => {
    fc.assert(
      fc.property(anyVideo, (source) => {
        const { rungs, frameRate } = planRenditions(facts({ video: video(source) }));
        expect(rungs.length).toBeGreaterThanOrEqual(1);
        expect(new Set(rungs.map(({ name }) => name)).size).toBe(rungs.length);
        expect(frameRate).toBeGreaterThanOrEqual(1);
        expect(frameRate).toBeLessThanOrEqual(60);
        for (const [index, { width, height, level, maxBitrateBps }] of rungs.entries()) {
          expect(width % 2).toBe(0);
          expect(height % 2).toBe(0);
          expect(width).toBeLessThanOrEqual(Math.max(2, source.width));
          expect(height).toBeLessThanOrEqual(Math.max(2, source.height));
          expect(Math.min(width, height)).toBeLessThanOrEqual(1080);
          expect(level).toBeLessThanOrEqual(62);
          const above = rungs[index - 1];
          if (!above) continue;
          expect(width).toBeLessThanOrEqual(above.width);
          expect(height).toBeLessThanOrEqual(above.height);
          expect(maxBitrateBps).toBeLessThanOrEqual(above.maxBitrateBps);
        }
      }),
    );
  });

  it('keep the shape of the picture within two pixels', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 7680 }), fc.integer({ min: 16, max: 4320 }), (width, height) => {
        for (const rung of planRenditions(facts({ video: video({ width, height }) })).rungs) {
          const factor = Math.min(1, Number(rung.name) / Math.min(width, height));
          expect(Math.abs(rung.width - width * factor)).toBeLessThanOrEqual(2);
          expect(Math.abs(rung.height - height * factor)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});

describe('frames', () => {
  const rateOf = (frameRate: number | null, isVariable: boolean) =>
    planRenditions(facts({ video: video({ frameRate, isVariable }) })).frameRate;

  it.each([
    [29.97003, false, 29.97],
    [25, false, 25],
    [120, false, 60],
    [24.6, true, 30],
    [29.1, true, 30],
    [8.2, true, 15],
    [47, true, 60],
    [240, true, 60],
    [1000, true, 30],
    [null, true, 30],
  ])('at %s a second (uneven: %s) come at %d', (rate, isVariable, expected) =>
    expect(rateOf(rate, isVariable)).toBe(expected),
  );
});

describe('sound', () => {
  it.each([
    [1, 1],
    [2, 2],
    [6, 2],
  ])('of %d channels gets %d', (channels, expected) => {
    const audio = { streamIndex: 1, codec: 'aac', channels, sampleRateHz: 44_100 };
    expect(planRenditions(facts({ audio })).audio?.channels).toBe(expected);
  });

  it('alone has no rungs, and none has no sound', () => {
    expect(planRenditions(facts({ video: null })).rungs).toEqual([]);
    expect(planRenditions(facts({ audio: null })).audio).toBeNull();
  });

  it('that is too short to be measured says how long it is', () => {
    expect(planRenditions(facts({ durationMs: 1_500 })).audio?.shortMs).toBe(1_500);
    expect(planRenditions(facts({ durationMs: 3_000 })).audio?.shortMs).toBeNull();
    expect(planRenditions(facts({ durationMs: null })).audio?.shortMs).toBeNull();
  });

  it('is as loud as asked for', () => {
    expect(planRenditions(facts()).loudnessLufs).toBe(-16);
    expect(planRenditions(facts(), { loudnessLufs: -23 }).loudnessLufs).toBe(-23);
  });
});

it('takes the poster from inside the recording, whatever is known of its length', () => {
  for (const durationMs of [null, 1, 600, 3_000, 3_600_000]) {
    const { posterAtMs } = planRenditions(facts({ durationMs }));
    expect(posterAtMs).toBeLessThanOrEqual(Math.min(1_000, durationMs ?? 0));
  }
});

describe('the level of H.264', () => {
  it.each([
    [640, 360, 30, 30],
    [1280, 720, 30, 31],
    [1280, 720, 60, 32],
    [1920, 1080, 30, 40],
    [1920, 1080, 60, 42],
    [2560, 720, 30, 40],
    [3840, 1080, 30, 50],
  ])('for %d x %d at %d', (width, height, rate, level) => expect(h264Level(width, height, rate)).toBe(level));
});
