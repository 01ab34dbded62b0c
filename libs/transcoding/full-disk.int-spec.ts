import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMediaTools, type MediaTools, makePlayable, probe, transcode } from './index.js';
import { recordBrowserLikeMp4, recordSilentVideo } from './sample-recordings.js';

/** Where the kernel answers every write with "no space left". */
describe('a full disk', () => {
  let tools: MediaTools;
  let directory: string;
  beforeAll(async () => {
    tools = await findMediaTools();
    directory = await mkdtemp(join(tmpdir(), 'meantime-full-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it.each(['rung-180.mp4', 'preview.mp4'])('is not held against the file: %s', async (file) => {
    const path = join(directory, `for-${file}`);
    await recordSilentVideo(tools, path, { seconds: 1 });
    const out = join(directory, `out-${file}`);
    await mkdir(out);
    await symlink('/dev/full', join(out, file));
    const facts = await probe(tools, path, 'mov');
    await expect(transcode(tools, path, 'mov', facts, out)).rejects.toMatchObject({ reason: 'media.tool_failed' });
  });

  it('is not held against what is copied', async () => {
    const path = join(directory, 'raw.mp4');
    await recordBrowserLikeMp4(tools, path);
    await symlink('/dev/full', join(directory, 'playable.mp4'));
    const out = (extension: string) => join(directory, `playable.${extension}`);
    await expect(makePlayable(tools, path, 'mov', ['h264', 'opus'], out, true)).rejects.toMatchObject({
      reason: 'media.tool_failed',
    });
  });
});
