import { newId } from '#kernel';
import { type KeptMedia, madeAtMs, orphansOf } from './orphans.js';

const row = (given: Partial<KeptMedia> = {}): ReadonlyMap<string, KeptMedia> =>
  new Map([
    [
      'a',
      {
        id: 'a',
        status: 'READY',
        original_key: 'media/a/original.webm',
        rendition_keys: ['media/a/job-2/hls/master.m3u8', 'media/a/job-2/video.mp4'],
        is_settled: true,
        ...given,
      },
    ],
  ]);
const keys = ['media/a/original.webm', 'media/a/job-1/video.mp4', 'media/a/job-2/hls/0.m4s', 'uploads/a/0-x'];
const orphans = (given: Partial<KeptMedia>) => orphansOf(keys, row(given), () => true);

describe('files that nothing names', () => {
  it('are those of former tries, and parts of what was taken in', () => {
    expect(orphans({})).toEqual(['media/a/job-1/video.mp4', 'uploads/a/0-x']);
    expect(orphans({ original_key: null })).toEqual([keys[0], keys[1], keys[3]]);
    expect(orphans({ status: 'FAILED', rendition_keys: [] })).toEqual(keys.slice(1));
  });

  it('are none of what may still be worked on', () => {
    expect(orphans({ status: 'UPLOADING', original_key: null })).toEqual([]);
    expect(orphans({ status: 'PROCESSING' })).toEqual(['uploads/a/0-x']);
    expect(orphans({ is_settled: false })).toEqual([]);
  });

  it('are all files of an item that is gone, but for what another database may know', () => {
    expect(orphansOf(keys, new Map(), () => true)).toEqual(keys);
    expect(orphansOf(keys, new Map(), () => false)).toEqual([]);
  });

  it('tells when an id was made', () => {
    expect(madeAtMs(newId(1_795_560_000_123))).toBe(1_795_560_000_123);
  });
});
