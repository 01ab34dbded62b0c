import { isSameFile, sourcesOf } from './sources';
import { faster, slower } from './speeds';

const none = { hlsUrl: null, mp4Url: null, audioUrl: null, originalUrl: null };

describe('sources', () => {
  it('play what was uploaded while the copies are being made', () => {
    const media = { ...none, kind: 'VIDEO', status: 'PROCESSING', originalUrl: '/o', hlsUrl: '/h' };
    expect(sourcesOf(media)).toEqual([
      { url: '/o', isHls: false },
      { url: '/h', isHls: true },
    ]);
  });
  it('prefer streaming copies, then a file, then the original', () => {
    const media = { ...none, kind: 'VIDEO', status: 'READY', originalUrl: '/o', hlsUrl: '/h', mp4Url: '/m' };
    expect(sourcesOf(media).map(({ url }) => url)).toEqual(['/h', '/m', '/o']);
  });
  it('play sound from its own file', () => {
    const media = { ...none, kind: 'AUDIO', status: 'READY', originalUrl: '/o', hlsUrl: '/h', audioUrl: '/a' };
    expect(sourcesOf(media).map(({ url }) => url)).toEqual(['/a', '/o']);
  });
  it('know a file again when it is signed anew', () => {
    expect(isSameFile('https://hub.example/media/1/o?sig=a', '/media/1/o?sig=b')).toBe(true);
    expect(isSameFile('/media/1/o', '/media/2/o')).toBe(false);
  });
});

describe('speeds', () => {
  it('go a step at a time and end at the ends', () => {
    expect(faster(1)).toBe(1.25);
    expect(slower(1.1)).toBe(1);
    expect(faster(3)).toBe(3);
    expect(slower(0.5)).toBe(0.5);
  });
});
