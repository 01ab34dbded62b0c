import { findIn, partsOf } from './find';
import { rowsOf, segmentAt } from './rows';

const segments = [
  { startSeconds: 4, endSeconds: 20, text: 'Undo is one setting.' },
  { startSeconds: 44, endSeconds: 58, text: 'No undo, and UNDO again' },
];

describe('find in a recording', () => {
  it('finds every place, whatever the case, and parts the text there', () => {
    const found = findIn(segments, ' undo ').map((one, number) => ({ ...one, number }));
    expect(found).toEqual([
      { segment: 0, start: 0, end: 4, number: 0 },
      { segment: 1, start: 3, end: 7, number: 1 },
      { segment: 1, start: 13, end: 17, number: 2 },
    ]);
    expect(partsOf(segments[1]!.text, found.slice(1))).toEqual([
      { text: 'No ' },
      { text: 'undo', number: 1 },
      { text: ', and ' },
      { text: 'UNDO', number: 2 },
      { text: ' again' },
    ]);
    expect(findIn(segments, ' ')).toEqual([]);
  });
  it('finds what cannot be marked exactly', () => {
    expect(findIn([{ text: 'İstanbul' }], 'bul')).toEqual([{ segment: 0, start: 0, end: 8 }]);
  });
});

describe('rows of a transcript', () => {
  it('stand under their chapters, comments after what they speak of', () => {
    const chapters = [
      { title: 'Monday', start: 0, end: 40 },
      { title: 'Option A', start: 40, end: 60 },
    ];
    const comments = [{ id: 'c', seconds: 12 }];
    expect(rowsOf(segments, chapters, comments).map((row) => [row.kind, 'index' in row ? row.index : row.key])).toEqual(
      [
        ['chapter', 'chapter 0'],
        ['line', 0],
        ['comment', 'c'],
        ['chapter', 'chapter 40'],
        ['line', 1],
      ],
    );
  });
  it('know which segment is being said', () => {
    expect(segmentAt(segments, 0)).toBe(-1);
    expect(segmentAt(segments, 30)).toBe(0);
    expect(segmentAt(segments, 50)).toBe(1);
  });
});
