import { groupOf, partLeft } from './groups';

const daysUntil = (instant: string) =>
  Math.floor((Date.parse(instant) - Date.parse('2026-11-23T00:00:00Z')) / 86_400_000);
const item = { isUrgent: false, dueAt: null, promisedAt: null };

describe('the groups of the inbox', () => {
  test.each([
    [
      'an urgent item stands first, whenever it is due',
      { ...item, isUrgent: true, dueAt: '2026-11-29T10:00:00Z' },
      'now',
    ],
    ['what is due today', { ...item, dueAt: '2026-11-23T16:00:00Z' }, 'today'],
    ['what is late stands with today', { ...item, dueAt: '2026-11-20T16:00:00Z' }, 'today'],
    ['tomorrow is this week', { ...item, dueAt: '2026-11-24T09:00:00Z' }, 'week'],
    ['in seven days is later', { ...item, dueAt: '2026-11-30T09:00:00Z' }, 'later'],
    [
      'a promised time counts more than the due time',
      { ...item, dueAt: '2026-11-23T16:00:00Z', promisedAt: '2026-11-25T16:00:00Z' },
      'week',
    ],
    ['without a date', item, 'none'],
  ])('%s', (_name, given, group) => {
    expect(groupOf(given, daysUntil)).toBe(group);
  });

  test('the clock empties evenly between arrival and due time, and stays within its bounds', () => {
    const [from, to] = ['2026-11-23T08:00:00Z', '2026-11-23T16:00:00Z'];
    expect(partLeft(from, to, Date.parse('2026-11-23T12:00:00Z'))).toBe(0.5);
    expect(partLeft(from, to, Date.parse('2026-11-24T12:00:00Z'))).toBe(0);
    expect(partLeft(from, to, Date.parse('2026-11-22T12:00:00Z'))).toBe(1);
    expect(partLeft(to, to, 0)).toBe(0);
  });
});
