import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languageTag } from './language-tag.js';
import { type Piece, piecesOf, wav } from './pieces.js';
import { segmentsOf } from './sphinx-output.js';
import { SPEECH_RATE_HZ } from './transcriber.port.js';

describe('pieces of a recording', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'meantime-speech-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  /** A tone, silent where it is said to be. */
  function tone(seconds: number, silentAt: (second: number) => boolean): Buffer {
    const samples = Buffer.alloc(seconds * SPEECH_RATE_HZ * 2);
    for (let at = 0; at < seconds * SPEECH_RATE_HZ; at++) {
      if (!silentAt(at / SPEECH_RATE_HZ)) samples.writeInt16LE(Math.round(9_000 * Math.sin(at / 5)), at * 2);
    }
    return samples;
  }
  async function cut(samples: Buffer, pieceSeconds: number) {
    const path = join(directory, 'sound.raw');
    await writeFile(path, samples);
    const pieces: (Piece & { done: number })[] = [];
    for await (const piece of piecesOf(path, pieceSeconds)) pieces.push(piece);
    return pieces;
  }

  it('are cut where it is quiet, lose nothing and repeat nothing', async () => {
    const sound = tone(25, (at) => (at > 8 && at < 8.5) || (at > 15 && at < 16));
    const pieces = await cut(sound, 10);
    expect(pieces[0]!.endSeconds).toBeGreaterThan(8);
    expect(pieces[0]!.endSeconds).toBeLessThan(8.5);
    expect(Buffer.concat(pieces.map(({ samples }) => samples)).equals(sound)).toBe(true);
    for (const [index, piece] of pieces.entries()) expect(piece.startSeconds).toBe(pieces[index - 1]?.endSeconds ?? 0);
    expect(pieces.at(-1)).toMatchObject({ endSeconds: 25, done: 1 });
  });

  it('know silence, and take half a sample for none', async () => {
    expect(await cut(Buffer.alloc(SPEECH_RATE_HZ * 2), 10)).toMatchObject([{ isSilent: true, endSeconds: 1 }]);
    expect(
      await cut(
        tone(1, () => false),
        10,
      ),
    ).toMatchObject([{ isSilent: false }]);
    expect(await cut(Buffer.alloc(1), 10)).toEqual([]);
    expect(await cut(Buffer.concat([tone(1, () => false), Buffer.alloc(1)]), 10)).toMatchObject([
      { endSeconds: 1, done: 1 },
    ]);
  });

  it('are WAV for those who want it', () => {
    const header = wav(Buffer.alloc(8));
    expect([header.length, header.readUInt32LE(4), header.readUInt32LE(40), header.readUInt32LE(24)]).toEqual([
      52, 44, 8, 16_000,
    ]);
  });
});

describe('a language', () => {
  it.each([
    ['en', 'en'],
    ['english', 'en'],
    ['German', 'de'],
    ['de_at', 'de-AT'],
    ['klingonese!', null],
    ['', null],
  ])('that an engine calls %j is %j', (said, tag) => expect(languageTag(said)).toBe(tag));
});

describe('what PocketSphinx writes', () => {
  it('becomes captions of words that are spoken together', () => {
    const output = `he was(2) here
<s> 0.000 0.060 0.999500
he 0.210 0.320 0.998701
<sil> 0.330 0.400 0.5
was(2) 0.410 0.540 0.999800
here 2.000 2.500 0.9
</s> 2.600 2.700 1.000000
next one
[NOISE] 3.0 3.1 0.5
next 3.100000 3.300 0.8
`;
    expect(segmentsOf(output)).toEqual([
      { startSeconds: 0.21, endSeconds: 0.54, text: 'he was' },
      { startSeconds: 2, endSeconds: 2.5, text: 'here' },
      { startSeconds: 3.1, endSeconds: 3.3, text: 'next' },
    ]);
    expect(segmentsOf('')).toEqual([]);
  });
});
