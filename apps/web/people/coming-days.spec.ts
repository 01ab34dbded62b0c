import { daysOf } from './coming-days';

/** A reader in UTC+1. */
const dayOf = (instant: string | number) =>
  new Date(new Date(instant).getTime() + 3_600_000).toISOString().slice(0, 10);

describe('the coming days of two people', () => {
  test('groups spans by the reader’s day and counts what is shared', () => {
    const theirs = [
      { start: '2026-11-23T23:30:00Z', end: '2026-11-24T04:00:00Z' },
      { start: '2026-11-24T08:00:00Z', end: '2026-11-24T16:00:00Z' },
    ];
    const shared = [{ start: '2026-11-24T09:00:00Z', end: '2026-11-24T11:30:00Z' }];
    expect(daysOf(theirs, shared, dayOf)).toEqual([
      { day: '2026-11-24', start: Date.parse('2026-11-23T23:00:00Z'), theirs, sharedMinutes: 150 },
    ]);
  });

  test('a day without shared time says so', () => {
    const [day] = daysOf([{ start: '2026-11-24T08:00:00Z', end: '2026-11-24T16:00:00Z' }], [], dayOf);
    expect(day!.sharedMinutes).toBe(0);
  });
});
