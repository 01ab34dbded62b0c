import { chapterAt, chapterJump, chaptersOf, partPlayed } from './chapters';

const chapters = chaptersOf(
  [
    { title: 'Option A', startSeconds: 40 },
    { title: 'Monday', startSeconds: 2 },
    { title: 'Beyond', startSeconds: 300 },
  ],
  100,
);

describe('chapters', () => {
  it('are in order, cover the whole, and leave out what lies beyond the end', () => {
    expect(chapters).toEqual([
      { title: 'Monday', start: 0, end: 40 },
      { title: 'Option A', start: 40, end: 100 },
    ]);
  });
  it('are one part without titles where there are none', () => {
    expect(chaptersOf([], 12)).toEqual([{ title: '', start: 0, end: 12 }]);
  });
  it('know where a moment lies', () => {
    expect(chapterAt(chapters, 0)).toBe(0);
    expect(chapterAt(chapters, 40)).toBe(1);
    expect(partPlayed(chapters[1]!, 70)).toBe(0.5);
    expect(partPlayed(chapters[1]!, 10)).toBe(0);
  });
  it('jump forth to the next, back to the start of this one or of the one before', () => {
    expect(chapterJump(chapters, 10, 1)).toBe(40);
    expect(chapterJump(chapters, 50, 1)).toBeUndefined();
    expect(chapterJump(chapters, 50, -1)).toBe(40);
    expect(chapterJump(chapters, 41, -1)).toBe(0);
  });
});
