import { ManualClock } from '#kernel';
import { FeedVersions, isKnown } from './feed-versions.js';

const START = Date.parse('2026-11-23T09:00:00.250Z');

describe('versions of a feed', () => {
  it('have the time at which their content was first seen', () => {
    const clock = new ManualClock(START);
    const versions = new FeedVersions(clock);
    const first = versions.of('a', 'one');
    expect(first.modifiedAtMs).toBe(START - 250);
    clock.advanceMs(60_000);
    expect(versions.of('a', 'one')).toEqual(first);
    expect(versions.of('b', 'one').modifiedAtMs).toBe(START - 250 + 60_000);
    expect(versions.of('a', 'two')).toMatchObject({ modifiedAtMs: START - 250 + 60_000 });
  });

  it('are told apart within one second', () => {
    const versions = new FeedVersions(new ManualClock(START));
    const [one, two, again] = ['one', 'two', 'one'].map((content) => versions.of('a', content));
    expect(one!.modifiedAtMs).toBeLessThan(two!.modifiedAtMs);
    expect(two!.modifiedAtMs).toBeLessThan(again!.modifiedAtMs);
    expect(again!.etag).toBe(one!.etag);
  });

  it.each([
    [{}, false],
    [{ 'if-none-match': '"x"' }, true],
    [{ 'if-none-match': 'W/"x"' }, true],
    [{ 'if-none-match': '"a", "x"' }, true],
    [{ 'if-none-match': '*' }, true],
    [{ 'if-none-match': '"a"', 'if-modified-since': 'Mon, 23 Nov 2026 09:00:00 GMT' }, false],
    [{ 'if-modified-since': 'Mon, 23 Nov 2026 09:00:00 GMT' }, true],
    [{ 'if-modified-since': 'Mon, 23 Nov 2026 08:59:59 GMT' }, false],
    [{ 'if-modified-since': 'yesterday' }, false],
  ])('are known to who comes with %j: %j', (headers, known) => {
    expect(isKnown({ etag: '"x"', modifiedAtMs: START - 250 }, headers)).toBe(known);
  });
});
