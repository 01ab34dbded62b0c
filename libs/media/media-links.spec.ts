import { Config } from '#config';
import { globalId, ManualClock, newId } from '#kernel';
import { MediaLinks } from './media-links.js';

const secret = 'a secret of thirty-two characters';
const config = Config.read({ MEANTIME_SECRET: secret, PUBLIC_URL: 'https://hub.example.org' });
const MINUTE_MS = 60_000;

describe('MediaLinks', () => {
  const clock = new ManualClock(Date.parse('2026-11-23T09:02:00Z'));
  const links = new MediaLinks(config, clock);
  const [viewer, media] = [newId(), newId()];
  const partsOf = (url: string) => url.split('/media/')[1]!.split('/') as [string, string, ...string[]];

  it('makes addresses that say for whom they are', () => {
    const url = links.url(viewer, media, 'original.webm');
    const [token, item, file] = partsOf(url);
    expect(url).toMatch(/^https:\/\/hub\.example\.org\/media\/[\w-]+\/med_[\w-]+\/original\.webm$/);
    expect(item).toBe(globalId('Media', media));
    expect(links.read(token, item, file!)).toEqual({
      mediaId: media,
      viewerId: viewer,
      expiresAtMs: Date.parse('2026-11-23T09:15:00Z'),
    });
  });

  it('opens for at least 10 and at most 15 minutes, and keeps an address between marks', () => {
    const seen = new Set<string>();
    for (let minute = 0; minute < 60; minute++) {
      clock.setTo(Date.parse('2026-11-23T10:00:00Z') + minute * MINUTE_MS);
      const url = links.url(viewer, media, 'original.webm');
      const [token, item, file] = partsOf(url);
      const opensMs = links.read(token, item, file!)!.expiresAtMs - clock.nowMs();
      expect(opensMs).toBeGreaterThan(10 * MINUTE_MS);
      expect(opensMs).toBeLessThanOrEqual(15 * MINUTE_MS);
      seen.add(url);
    }
    expect(seen.size).toBe(12);
  });

  it('opens the whole folder of a playlist and nothing else', () => {
    const [token, item] = partsOf(links.url(viewer, media, 'hls/master.m3u8'));
    expect(links.read(token, item, 'hls/720p/1.m4s')).toBeDefined();
    expect(links.read(token, item, 'original.webm')).toBeUndefined();
    expect(links.read(token, item, 'hlsx/1.m4s')).toBeUndefined();
  });

  it('does not open another item, a changed address or one of another hub', () => {
    const [token, item, file] = partsOf(links.url(viewer, media, 'original.webm'));
    expect(links.read(token, globalId('Media', newId()), file!)).toBeUndefined();
    expect(links.read(token, 'nonsense', file!)).toBeUndefined();
    for (let at = 0; at < token.length; at++) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      if (Buffer.from(changed, 'base64url').equals(Buffer.from(token, 'base64url'))) continue;
      expect(links.read(changed, item, file!)).toBeUndefined();
    }
    expect(links.read('', item, file!)).toBeUndefined();
    const other = new MediaLinks(Config.read({ MEANTIME_SECRET: `${secret}!` }), clock);
    expect(other.read(token, item, file!)).toBeUndefined();
  });
});
