import type { Actor } from '#kernel';
import { canBeRetried, cleanFilename, essence, kindOf, mayRetry, serving } from './media.policy.js';

describe('a filename', () => {
  it.each([
    ['talk.webm', 'talk.webm'],
    ['C:\\fakepath\\talk.webm', 'talk.webm'],
    ['../../etc/passwd', 'passwd'],
    [' a\u0000b\u202egpj.exe\n', 'abgpj.exe'],
    ['\u062a\u0633\u062c\u06cc\u0644\u200c.webm', '\u062a\u0633\u062c\u06cc\u0644\u200c.webm'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFilename(given)).toBe(kept);
  });

  it.each(['', '  ', '/', 'a/', '..', '\u0000'])('%j names nothing', (given) => {
    expect(cleanFilename(given)).toBeUndefined();
  });
});

describe('a media type', () => {
  it('is known without its parameters', () => {
    expect(essence('Video/WebM; codecs="vp8, opus"')).toBe('video/webm');
  });

  it.each([
    ['video/webm;codecs=vp8', 'VIDEO'],
    ['audio/mp4', 'AUDIO'],
    ['image/png', 'IMAGE'],
    ['image/svg+xml', 'FILE'],
    ['application/pdf', 'FILE'],
  ])('%s announces %s', (type, kind) => {
    expect(kindOf(type)).toBe(kind);
  });

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml', 'text/javascript', 'application/pdf'])(
    '%s is never shown on our origin',
    (type) => {
      expect(serving(type).isInline).toBe(false);
    },
  );

  it('that a browser could run leaves as bytes', () => {
    expect(serving('text/html').contentType).toBe('application/octet-stream');
    expect(serving('application/pdf').contentType).toBe('application/pdf');
    expect(serving('video/webm')).toEqual({ contentType: 'video/webm', isInline: true });
  });
});

describe('another try', () => {
  const actor = (memberId: string, role: Actor['role']) => ({ memberId, role }) as Actor;

  it('is the owner’s and the administrators’', () => {
    expect(mayRetry(actor('a', 'GUEST'), 'a')).toBe(true);
    expect(mayRetry(actor('b', 'ADMIN'), 'a')).toBe(true);
    expect(mayRetry(actor('b', 'MEMBER'), 'a')).toBe(false);
  });

  it('needs a failure and a file', () => {
    expect(canBeRetried({ status: 'FAILED', original_key: 'media/1/original.mp4' })).toBe(true);
    expect(canBeRetried({ status: 'FAILED', original_key: null })).toBe(false);
    expect(canBeRetried({ status: 'READY', original_key: 'media/1/original.mp4' })).toBe(false);
  });
});
