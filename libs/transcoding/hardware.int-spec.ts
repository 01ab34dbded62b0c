import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findMediaTools, type Hardware, type MediaTools, probe, transcode } from './index.js';
import { damage, recordPhoneVideo } from './sample-recordings.js';

/** Devices that no machine has: what must hold everywhere is that nobody misses them. */
describe('hardware that is set and does not serve', () => {
  let tools: MediaTools;
  let directory: string;
  let path: string;
  beforeAll(async () => {
    tools = await findMediaTools();
    directory = await mkdtemp(join(tmpdir(), 'meantime-hardware-'));
    path = join(directory, 'phone.mp4');
    await recordPhoneVideo(tools, path, { seconds: 1 });
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  const absent: Hardware[] = [
    { name: 'vaapi', device: '/dev/null' },
    { name: 'nvenc', device: '99' },
    { name: 'qsv', device: '/dev/null' },
    { name: 'videotoolbox', device: '' },
  ];

  it.each(absent)('is replaced by the cores: $name', async (hardware) => {
    const why: string[] = [];
    const out = join(directory, hardware.name);
    const onFallBack = (said: string) => why.push(said);
    const facts = await probe(tools, path, 'mov');
    const { renditions } = await transcode(tools, path, 'mov', facts, out, { hardware, onFallBack });
    expect(why).toEqual([expect.stringMatching(/\w/)]);
    expect(renditions.map(({ kind }) => kind)).toContain('MP4');
    const shown = ['-v', 'error', '-show_entries', 'stream=codec_name,width,height', '-of', 'csv=p=0'];
    const { stdout } = await promisify(execFile)(tools.ffprobePath, [...shown, join(out, 'video.mp4')]);
    expect(stdout.split('\n')[0]).toBe('h264,180,320');
  });

  it('is not to blame for a broken file', async () => {
    const broken = join(directory, 'broken.mp4');
    await recordPhoneVideo(tools, broken, { seconds: 1 });
    const facts = await probe(tools, broken, 'mov');
    await damage(broken, { keepBytes: 40 });
    const onHardware = { hardware: absent[0]!, onFallBack: () => undefined };
    await expect(transcode(tools, broken, 'mov', facts, join(directory, 'out'), onHardware)).rejects.toMatchObject({
      reason: 'media.unreadable',
    });
  });

  it('is left alone once the work is cancelled', async () => {
    const facts = await probe(tools, path, 'mov');
    const signal = AbortSignal.abort(new Error('cancelled'));
    const onHardware = { hardware: absent[0]!, signal };
    await expect(transcode(tools, path, 'mov', facts, join(directory, 'ended'), onHardware)).rejects.toThrow(
      'cancelled',
    );
  });
});
