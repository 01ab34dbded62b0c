import { disposition, readRange } from './served-range.js';

describe('a Range header', () => {
  it.each([
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=990-', { start: 990, end: 999 }],
    ['bytes=990-5000', { start: 990, end: 999 }],
    ['bytes=-10', { start: 990, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=999-999', { start: 999, end: 999 }],
  ])('%s is a part of the file', (header, part) => {
    expect(readRange(header, 1000)).toEqual(part);
  });

  it.each([undefined, '', 'bytes', 'bytes=-', 'bytes=5-3', 'bytes=0-1,5-6', 'items=0-5', 'bytes=a-b'])(
    '%s means the whole file',
    (header) => {
      expect(readRange(header, 1000)).toBe('all');
    },
  );

  it.each(['bytes=1000-', 'bytes=1000-1001', 'bytes=-0'])('%s asks for what is not there', (header) => {
    expect(readRange(header, 1000)).toBe('unsatisfiable');
  });

  it('asks for what an empty file does not have', () => {
    expect(readRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(readRange('bytes=-5', 0)).toBe('unsatisfiable');
  });
});

describe('the name of a file in its header', () => {
  it('is kept in any script', () => {
    expect(disposition(true, 'Größe 東京.mp4')).toBe(
      `inline; filename="Gr__e __.mp4"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%E6%9D%B1%E4%BA%AC.mp4`,
    );
  });

  it('cannot end its quotes or the line', () => {
    expect(disposition(false, 'a"; x="\r\nSet-Cookie: b')).toBe(
      `attachment; filename="a_; x=___Set-Cookie: b"; filename*=UTF-8''a%22%3B%20x%3D%22%0D%0ASet-Cookie%3A%20b`,
    );
  });
});
