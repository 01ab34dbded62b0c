import { timestamp, webVtt } from './captions.js';
import { chaptersOf } from './chapters.js';
import { cleanSegments, type SpokenSegment } from './segments.js';

const said = (startSeconds: number, endSeconds: number, text: string): SpokenSegment => ({
  startSeconds,
  endSeconds,
  text,
});

describe('captions', () => {
  it('are WebVTT, whatever is said', () => {
    expect(webVtt([said(0, 1.5, 'Tom & <i>Jerry</i> --> x'), said(3600, 3600, 'two\n\n\nlines')])).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nTom &amp; &lt;i&gt;Jerry&lt;/i&gt; --&gt; x\n\n' +
        '01:00:00.000 --> 01:00:00.100\ntwo\nlines\n',
    );
    expect(webVtt([])).toBe('WEBVTT\n');
  });

  it.each([
    [0.9996, '00:00:01.000'],
    [59.9999, '00:01:00.000'],
    [3_599.9996, '01:00:00.000'],
    [360_000.25, '100:00:00.250'],
  ])('write %d seconds as %s', (seconds, text) => expect(timestamp(seconds)).toBe(text));
});

describe('segments of an engine', () => {
  it('are kept in order, within the recording, without what is empty or cannot be written', () => {
    const heard = [
      said(5, 99, ' b\u0000c '),
      said(-1, 0.12345, 'a'),
      said(2, 1, 'late'),
      said(1, 2, '  '),
      said(Number.NaN, 2, 'x'),
    ];
    expect(cleanSegments(heard, 10)).toEqual([said(0, 0.123, 'a'), said(2, 2, 'late'), said(5, 10, 'b c')]);
  });
});

describe('chapters', () => {
  /** A segment every five seconds; before those named there is a pause of three. */
  function talk(seconds: number, pauses: number[], text = (at: number) => `at ${at} we speak of many things indeed`) {
    const segments: SpokenSegment[] = [];
    for (let at = 0; at < seconds; at += 5)
      segments.push(said(at, pauses.includes(at + 5) ? at + 2 : at + 5, text(at)));
    return segments;
  }

  it('begin after long pauses and are called by the first words', () => {
    expect(chaptersOf(talk(400, [100, 250]))).toEqual([
      { title: 'At 0 we speak of many things indeed…', startSeconds: 0 },
      { title: 'At 100 we speak of many things indeed…', startSeconds: 100 },
      { title: 'At 250 we speak of many things indeed…', startSeconds: 250 },
    ]);
  });

  it('end their titles with the sentence', () => {
    const [, second] = chaptersOf(
      talk(400, [200], (at) => (at === 200 ? 'now the budget. And then more' : 'and so on')),
    );
    expect(second).toEqual({ title: 'Now the budget', startSeconds: 200 });
  });

  it('are none in what is short, or knows no pause, or pauses only at its ends', () => {
    expect(chaptersOf([])).toEqual([]);
    expect(chaptersOf(talk(120, [60]))).toEqual([]);
    expect(chaptersOf(talk(600, []))).toEqual([]);
    expect(chaptersOf(talk(300, [10, 290]))).toEqual([]);
  });

  it('are never many and never short', () => {
    const chapters = chaptersOf(
      talk(
        7_200,
        Array.from({ length: 700 }, (_, index) => index * 10),
      ),
    );
    expect(chapters.length).toBeLessThanOrEqual(20);
    const starts = chapters.map(({ startSeconds }) => startSeconds);
    for (const [index, start] of starts.entries())
      if (index > 0) expect(start - starts[index - 1]!).toBeGreaterThanOrEqual(45);
  });

  it('have titles of one line', () => {
    const long = 'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(4);
    for (const { title } of chaptersOf(talk(400, [200], () => long))) expect(title.length).toBeLessThanOrEqual(60);
  });
});
