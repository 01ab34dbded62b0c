import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkMade, faultsOf } from './check-made.js';
import { findMediaTools, type MediaTools, planRenditions, probe, transcode } from './index.js';
import { damage, recordPhoneVideo } from './sample-recordings.js';

describe('what has come out', () => {
  let tools: MediaTools;
  let directory: string;
  const failed = { reason: 'media.tool_failed' };
  beforeAll(async () => {
    tools = await findMediaTools();
    directory = await mkdtemp(join(tmpdir(), 'meantime-made-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('is looked at: files that are there, and one that holds all that was planned', async () => {
    const path = join(directory, 'phone.mp4');
    await recordPhoneVideo(tools, path, { seconds: 1 });
    const facts = await probe(tools, path, 'mov');
    const out = join(directory, 'out');
    const { renditions, durationMs } = await transcode(tools, path, 'mov', facts, out);
    const files = renditions.flatMap((rendition) => rendition.files);
    const plan = planRenditions(facts);
    const check = (changes: Partial<{ files: string[]; durationMs: number }> = {}) =>
      checkMade(tools, plan, { directory: out, files, durationMs, ...changes });
    await check();
    await expect(check({ files: [...files, 'hls/v180-00009.m4s'] })).rejects.toMatchObject(failed);
    await expect(check({ durationMs: durationMs + 5_000 })).rejects.toMatchObject(failed);
    await writeFile(join(out, 'poster.jpg'), '');
    await expect(check()).rejects.toMatchObject(failed);
    await writeFile(join(out, 'poster.jpg'), 'x');
    await damage(join(out, 'video.mp4'), { keepBytes: 40 });
    await expect(check()).rejects.toMatchObject(failed);
  });

  it('is compared with the plan', async () => {
    const path = join(directory, 'other.mp4');
    await recordPhoneVideo(tools, path, { seconds: 1 });
    const facts = await probe(tools, path, 'mov');
    const plan = planRenditions(facts);
    expect(faultsOf(facts, plan, 1_000)).toEqual([]);
    const [rung] = plan.rungs;
    expect(faultsOf(facts, { ...plan, rungs: [{ ...rung!, width: 90 }] }, 1_000)).toEqual([
      expect.stringMatching(/180 x 320, not 90/),
    ]);
    expect(faultsOf({ ...facts, audio: null }, plan, 1_000)).toEqual(['its sound is not there']);
    expect(faultsOf({ ...facts, video: null }, plan, 1_000)).toEqual(['its pictures are not there']);
    expect(faultsOf({ ...facts, durationMs: null }, plan, 3_000)).toHaveLength(1);
  });
});
