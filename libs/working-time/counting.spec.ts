import type { WorkingCalendar, WorkingInterval } from './calendar.js';
import {
  addWorkingTime,
  hasWorkingTime,
  isWorkingTime,
  nextWorkingTime,
  workingMsBetween,
  workingSpans,
} from './counting.js';
import { parseLocalTime, type Weekday, weekdays } from './local-time.js';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);

function calendar(timeZone: string, hours: string, days: readonly Weekday[] = weekdays.slice(0, 5)): WorkingCalendar {
  const intervals = hours.split(' ').map((hour) => hour.split('-').map((text) => parseLocalTime(text)!));
  const week = days.flatMap((day): WorkingInterval[] =>
    intervals.map(([startMinute, endMinute]) => ({ day, startMinute: startMinute!, endMinute: endMinute! })),
  );
  return { timeZone, week, daysOff: [] };
}

const spans = (of: WorkingCalendar, from: string, to: string) =>
  [...workingSpans(of, at(from), at(to))].map(({ startMs, endMs }) => `${iso(startMs)} ${iso(endMs)}`);

describe('working time', () => {
  const ana = calendar('Europe/Berlin', '09:00-12:00 13:00-17:00');

  it('begins with an interval and is over at its end', () => {
    expect(isWorkingTime(ana, at('2026-11-23T07:59:59.999Z'))).toBe(false);
    expect(isWorkingTime(ana, at('2026-11-23T08:00:00.000Z'))).toBe(true);
    expect(isWorkingTime(ana, at('2026-11-23T10:59:59.999Z'))).toBe(true);
    expect(isWorkingTime(ana, at('2026-11-23T11:00:00.000Z'))).toBe(false);
  });

  it('comes next at the instant itself, after lunch, or after the weekend', () => {
    expect(iso(nextWorkingTime(ana, at('2026-11-23T08:30Z')))).toBe('2026-11-23T08:30');
    expect(iso(nextWorkingTime(ana, at('2026-11-23T11:00Z')))).toBe('2026-11-23T12:00');
    expect(iso(nextWorkingTime(ana, at('2026-11-27T16:00Z')))).toBe('2026-11-30T08:00');
  });

  it('is counted over lunch and the weekend', () => {
    expect(iso(addWorkingTime(ana, at('2026-11-27T10:00Z'), 6 * HOUR))).toBe('2026-11-30T09:00');
    expect(workingMsBetween(ana, at('2026-11-23T00:00Z'), at('2026-11-30T00:00Z'))).toBe(35 * HOUR);
    expect(workingMsBetween(ana, at('2026-11-23T12:00Z'), at('2026-11-23T10:00Z'))).toBe(0);
  });

  it('is over at the earliest instant: at the end of a day, not at the start of the next', () => {
    expect(iso(addWorkingTime(ana, at('2026-11-23T08:00Z'), 7 * HOUR))).toBe('2026-11-23T16:00');
    expect(iso(addWorkingTime(ana, at('2026-11-22T08:00Z'), 0))).toBe('2026-11-22T08:00');
  });

  it('is cut at the ends of what is asked for, and joined where it touches', () => {
    const day = calendar('UTC', '00:00-12:00 11:00-24:00', weekdays);
    expect(spans(day, '2026-11-23T10:30Z', '2026-11-25T10:45Z')).toEqual(['2026-11-23T10:30 2026-11-25T10:45']);
    expect(spans(ana, '2026-11-23T10:30Z', '2026-11-23T12:45Z')).toEqual([
      '2026-11-23T10:30 2026-11-23T11:00',
      '2026-11-23T12:00 2026-11-23T12:45',
    ]);
  });
});

describe('a night shift', () => {
  const bo = calendar('Europe/Berlin', '22:00-06:00');

  it('goes on after midnight', () => {
    expect(isWorkingTime(bo, at('2026-11-24T02:00Z'))).toBe(true);
    expect(isWorkingTime(bo, at('2026-11-28T02:00Z'))).toBe(true);
    expect(isWorkingTime(bo, at('2026-11-23T02:00Z'))).toBe(false);
  });

  it('of a day off is off to its end; the one that began on the evening before is not', () => {
    const off = { ...bo, daysOff: [{ from: '2026-11-25', to: '2026-11-25' }] };
    expect(spans(off, '2026-11-24T12:00Z', '2026-11-27T12:00Z')).toEqual([
      '2026-11-24T21:00 2026-11-25T05:00',
      '2026-11-26T21:00 2026-11-27T05:00',
    ]);
  });

  it('can be as long as a day', () => {
    const always = calendar('Europe/Berlin', '09:00-09:00', ['MONDAY']);
    expect(spans(always, '2026-11-20T00:00Z', '2026-11-27T00:00Z')).toEqual(['2026-11-23T08:00 2026-11-24T08:00']);
  });
});

describe('a change of the clocks', () => {
  it('makes a night shift shorter or longer by what it really is', () => {
    const bo = calendar('Europe/Berlin', '22:00-06:00', weekdays);
    const hours = (from: string, to: string) => workingMsBetween(bo, at(from), at(to)) / HOUR;
    expect(hours('2026-03-28T12:00Z', '2026-03-29T12:00Z')).toBe(7);
    expect(hours('2026-10-24T12:00Z', '2026-10-25T12:00Z')).toBe(9);
  });

  it('lets a start in a gap begin at the end of the gap, and leaves out what lies within it', () => {
    const early = calendar('Europe/Berlin', '02:30-04:00', weekdays);
    expect(spans(early, '2026-03-29T00:00Z', '2026-03-29T12:00Z')).toEqual(['2026-03-29T01:00 2026-03-29T02:00']);
    const within = calendar('Europe/Berlin', '02:00-03:00', weekdays);
    expect(spans(within, '2026-03-29T00:00Z', '2026-03-29T12:00Z')).toEqual([]);
  });

  it('counts a repeated hour twice, in two parts where the interval ends within it', () => {
    const early = calendar('Europe/Berlin', '01:00-02:30', weekdays);
    expect(spans(early, '2026-10-24T12:00Z', '2026-10-25T12:00Z')).toEqual([
      '2026-10-24T23:00 2026-10-25T00:30',
      '2026-10-25T01:00 2026-10-25T01:30',
    ]);
    const late = calendar('Europe/Berlin', '02:30-04:00', weekdays);
    expect(spans(late, '2026-10-24T12:00Z', '2026-10-25T12:00Z')).toEqual([
      '2026-10-25T00:30 2026-10-25T01:00',
      '2026-10-25T01:30 2026-10-25T03:00',
    ]);
  });

  it('of half an hour is half an hour', () => {
    const cy = calendar('Australia/Lord_Howe', '01:00-03:00', weekdays);
    expect(spans(cy, '2026-04-04T00:00Z', '2026-04-05T00:00Z')).toEqual(['2026-04-04T14:00 2026-04-04T16:30']);
  });

  it('can leave out a whole day', () => {
    const di = calendar('Pacific/Apia', '09:00-17:00', weekdays);
    expect(spans(di, '2011-12-29T12:00Z', '2011-12-31T12:00Z')).toEqual([
      '2011-12-29T19:00 2011-12-30T03:00',
      '2011-12-30T19:00 2011-12-31T03:00',
    ]);
  });
});

describe('focus blocks', () => {
  it('are no working time, to the millisecond, however they lie', () => {
    const focus = [
      { startMs: at('2026-11-23T13:00Z'), endMs: at('2026-11-23T14:00Z') },
      { startMs: at('2026-11-23T10:00Z'), endMs: at('2026-11-23T10:30:00.001Z') },
      { startMs: at('2026-11-23T13:30Z'), endMs: at('2026-11-23T14:30Z') },
      { startMs: at('2026-11-23T12:00Z'), endMs: at('2026-11-23T12:00Z') },
    ];
    const ana = { ...calendar('UTC', '09:00-17:00'), focus };
    expect(isWorkingTime(ana, at('2026-11-23T09:59:59.999Z'))).toBe(true);
    expect(isWorkingTime(ana, at('2026-11-23T10:00Z'))).toBe(false);
    expect(isWorkingTime(ana, at('2026-11-23T10:30Z'))).toBe(false);
    expect(isWorkingTime(ana, at('2026-11-23T10:30:00.001Z'))).toBe(true);
    expect(isWorkingTime(ana, at('2026-11-23T14:15Z'))).toBe(false);
    expect(workingMsBetween(ana, at('2026-11-23T00:00Z'), at('2026-11-24T00:00Z'))).toBe(6 * HOUR - 1);
  });

  it('do not unsettle intervals that overlap', () => {
    const week = [...calendar('UTC', '22:00-06:00 00:00-02:00', weekdays).week];
    const focus = [{ startMs: at('2026-11-23T23:00Z'), endMs: at('2026-11-24T01:00Z') }];
    expect(spans({ timeZone: 'UTC', week, daysOff: [], focus }, '2026-11-23T12:00Z', '2026-11-24T12:00Z')).toEqual([
      '2026-11-23T22:00 2026-11-23T23:00',
      '2026-11-24T01:00 2026-11-24T06:00',
    ]);
  });
});

describe('a calendar without working time', () => {
  const refusal = expect.objectContaining({ code: 'INVALID_INPUT', reason: 'calendar.no_working_time' });
  const absentTo = (to: string) => ({ ...calendar('UTC', '09:00-17:00'), daysOff: [{ from: '2026-01-01', to }] });

  it('is refused', () => {
    const empty = { timeZone: 'UTC', week: [], daysOff: [] };
    expect(isWorkingTime(empty, 0)).toBe(false);
    expect(hasWorkingTime(empty, 0, 366 * 24 * HOUR)).toBe(false);
    expect(() => nextWorkingTime(empty, 0)).toThrow(refusal);
    expect(() => addWorkingTime(empty, 0, 1)).toThrow(refusal);
  });

  it('is one without any for 366 days: a start on the last of them still counts', () => {
    const from = at('2026-01-01T09:00:00.001Z');
    expect(iso(nextWorkingTime(absentTo('2027-01-01'), at('2026-01-04T09:00Z')))).toBe('2027-01-04T09:00');
    expect(iso(nextWorkingTime(absentTo('2026-12-31'), from))).toBe('2027-01-01T09:00');
    expect(() => nextWorkingTime(absentTo('2027-01-03'), at('2026-01-03T09:00Z'))).toThrow(refusal);
  });

  it('counts those days from the last working time on', () => {
    const away = { ...calendar('UTC', '09:00-17:00'), daysOff: [{ from: '2026-06-02', to: '2027-05-31' }] };
    expect(iso(addWorkingTime(away, at('2026-05-29T16:00Z'), 10 * HOUR))).toBe('2027-06-01T10:00');
    const gone = { ...away, daysOff: [{ from: '2026-06-02', to: '2027-06-30' }] };
    expect(iso(addWorkingTime(gone, at('2026-05-29T16:00Z'), 9 * HOUR))).toBe('2026-06-01T17:00');
    expect(() => addWorkingTime(gone, at('2026-05-29T16:00Z'), 10 * HOUR)).toThrow(refusal);
  });

  it('does not lose what lies across the end of those days', () => {
    const back = { ...calendar('UTC', '00:00-24:00', weekdays), daysOff: [{ from: '2026-01-01', to: '2027-01-01' }] };
    expect(iso(addWorkingTime(back, at('2026-01-01T01:00Z'), 20 * HOUR))).toBe('2027-01-02T20:00');
  });
});
