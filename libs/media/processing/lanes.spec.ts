import { laneOf, slotsOf, type WorkFacts, workSeconds } from './lanes.js';

const facts = (given: Partial<WorkFacts>): WorkFacts => ({
  kind: 'VIDEO',
  mimeType: 'video/webm',
  byteSize: 10_000_000,
  durationMs: 60_000,
  width: 1280,
  height: 720,
  ...given,
});
const HOUR_MS = 3_600_000;

describe('lanes', () => {
  it.each([
    ['an answer of a minute', {}, 'SHORT'],
    ['an upload of two hours', { durationMs: 2 * HOUR_MS }, 'LONG'],
    ['two hours of sound', { kind: 'AUDIO', durationMs: 2 * HOUR_MS, width: null, height: null }, 'LONG'],
    ['half an hour of sound', { kind: 'AUDIO', durationMs: HOUR_MS / 2, width: null, height: null }, 'SHORT'],
    ['ten minutes of a small picture', { durationMs: HOUR_MS / 6, width: 480, height: 270 }, 'SHORT'],
    ['ten minutes of a large one', { durationMs: HOUR_MS / 6, width: 1920, height: 1080 }, 'LONG'],
    ['a photo', { kind: 'IMAGE', mimeType: 'image/jpeg', durationMs: null, width: 8000, height: 6000 }, 'QUICK'],
    ['a picture that moves', { kind: 'IMAGE', mimeType: 'image/gif', durationMs: null }, 'SHORT'],
    ['much of unknown length', { durationMs: null, byteSize: 1_000_000_000 }, 'LONG'],
    ['little of unknown length', { durationMs: null, byteSize: 1_000_000 }, 'SHORT'],
  ] as const)('%s', (_, given, lane) => expect(laneOf(facts(given))).toBe(lane));

  it('prices by length and picture', () => {
    expect(workSeconds(facts({}))).toBe(61);
    expect(workSeconds(facts({ width: 3840, height: 2160 }))).toBeGreaterThan(
      workSeconds(facts({ width: 1920, height: 1080 })),
    );
    expect(workSeconds(facts({ durationMs: 0 }))).toBe(1);
  });

  it.each([
    [2, 0, { QUICK: 2, SHORT: 1, LONG: 1 }],
    [16, 0, { QUICK: 8, SHORT: 4, LONG: 2 }],
    [2, 6, { QUICK: 2, SHORT: 6, LONG: 3 }],
  ])('%d cores, %d wanted', (cores, wanted, slots) => expect(slotsOf(cores, wanted)).toEqual(slots));
});
