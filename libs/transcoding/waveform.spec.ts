import fc from 'fast-check';
import { readSound, WAVEFORM_RATE_HZ } from './waveform.js';

async function* inChunks(bytes: Buffer, chunkBytes: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}
const readWaveform = async (bytes: AsyncIterable<Buffer>) => (await readSound(bytes)).waveform;
const samples = (values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeInt16LE(value, index * 2);
  return bytes;
};

it('has 200 peaks for a long recording, each where its sound is', async () => {
  const values = Array.from({ length: 20 * WAVEFORM_RATE_HZ }, (_, at) => (at < 10 * WAVEFORM_RATE_HZ ? 0 : -16_384));
  const peaks = await readWaveform(inChunks(samples(values), 65_536));
  expect(peaks).toHaveLength(200);
  expect(new Set(peaks.slice(0, 100))).toEqual(new Set([0]));
  expect(new Set(peaks.slice(100))).toEqual(new Set([0.5]));
});

it('is the same however the bytes are cut, from 0 to 1', async () => {
  const sample = fc.integer({ min: -32_768, max: 32_767 });
  await fc.assert(
    fc.asyncProperty(fc.array(sample, { maxLength: 2_000 }), fc.integer({ min: 1, max: 999 }), async (values, size) => {
      const peaks = await readWaveform(inChunks(samples(values), size));
      expect(peaks).toEqual(await readWaveform(inChunks(samples(values), 1 << 20)));
      expect(peaks.every((peak) => peak >= 0 && peak <= 1)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

it('is empty for nothing', async () => {
  expect(await readWaveform(inChunks(Buffer.alloc(0), 1))).toEqual([]);
});
