import { channelLimits, directKey, directName, freeSlug, isSlug, slugOf } from './channel-name.js';

describe('a slug', () => {
  it.each([
    ['General', 'general'],
    ['  Größe & Form!  ', 'grosse-form'],
    ['Café Ñandú 2026', 'cafe-nandu-2026'],
    ['設計', 'channel'],
    ['---', 'channel'],
    [`${'long '.repeat(16)}`, `${'long-'.repeat(11)}l`],
  ])('of %p is %p', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
    expect(isSlug(slug)).toBe(true);
  });

  it('is the next free one', () => {
    expect(freeSlug('general', new Set())).toBe('general');
    expect(freeSlug('general', new Set(['general', 'general-2', 'general-4']))).toBe('general-3');
    const longest = slugOf('x'.repeat(80));
    expect(
      isSlug(freeSlug(longest, new Set(Array.from({ length: 998 }, (_, i) => (i ? `${longest}-${i + 1}` : longest))))),
    ).toBe(true);
  });

  it.each(['', '-a', 'a-', 'A', 'a b', 'ä', 'a_b', 'a/b', 'a'.repeat(61), 'a\n'])('is not %p', (text) => {
    expect(isSlug(text)).toBe(false);
  });

  it('may be 60 characters long', () => {
    expect(isSlug('a'.repeat(60))).toBe(true);
  });
});

describe('a direct channel', () => {
  it('is called after its people', () => {
    expect(directName(['cem', 'ana', 'ben'])).toBe('ana, ben, cem');
    expect(directName(Array.from({ length: 9 }, (_, i) => `somebody-with-a-handle-${i}`))).toHaveLength(
      channelLimits.name,
    );
  });

  it('has one key for one circle', () => {
    expect(directKey(['b', 'a', 'b'])).toBe(directKey(['a', 'b']));
    expect(directKey(['a', 'b'])).not.toBe(directKey(['a', 'c']));
  });
});
