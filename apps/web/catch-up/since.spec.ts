import { sinceChoices, untilNow } from './since';

const now = Date.parse('2026-11-23T09:24:10Z');
const keys = (weekday: number, digest?: string) => sinceChoices(now, weekday, digest).map(({ key }) => key);

describe('since when to catch up', () => {
  test('on a Monday Friday is offered', () => expect(keys(1)).toEqual(['yesterday', 'friday', 'week']));
  test('on a Saturday yesterday was Friday', () => expect(keys(6)).toEqual(['yesterday', 'week']));
  test('in the middle of the week Friday is long ago', () => expect(keys(4)).toEqual(['yesterday', 'week']));
  test('the last digest stands first', () => expect(keys(4, '2026-11-22T08:00:00Z')[0]).toBe('digest'));
  test('a period ends with the hour, so that its answer is kept', () => {
    expect(untilNow(now)).toBe('2026-11-23T10:00:00.000Z');
    expect(sinceChoices(now, 1, undefined)[1]!.since).toBe('2026-11-20T09:00:00.000Z');
  });
});
