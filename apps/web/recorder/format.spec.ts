import { extensionOf, recordingType } from './format';

describe('what a recording is written as', () => {
  it('is MP4 where the browser writes it', () => {
    expect(recordingType(true, () => true)).toMatch(/^video\/mp4/);
    expect(recordingType(false, () => true)).toMatch(/^audio\/mp4/);
  });
  it('is WebM elsewhere, VP9 before VP8', () => {
    expect(recordingType(true, (type) => type.includes('webm'))).toBe('video/webm;codecs=vp9,opus');
    expect(recordingType(true, (type) => type.includes('vp8'))).toBe('video/webm;codecs=vp8,opus');
    expect(recordingType(false, (type) => type.includes('webm'))).toBe('audio/webm;codecs=opus');
  });
  it('is nothing where none is written', () => {
    expect(recordingType(true, () => false)).toBeUndefined();
  });
  it('names the file', () => {
    expect(['video/mp4;codecs=avc1', 'audio/mp4', 'video/webm', 'audio/webm'].map(extensionOf)).toEqual([
      'mp4',
      'm4a',
      'webm',
      'weba',
    ]);
  });
});
