import fc from 'fast-check';
import { isWorkingTime, type WorkingCalendar, weekdays } from '#working-time';
import { NONE_OF_THESE, outcomeOf } from './call-outcome.js';
import { callTimes, withoutCommonTime } from './call-times.js';
import { invitation, meetingLink } from './invitation.js';

const MONDAY = Date.parse('2026-11-23T09:00:00Z');
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

const office = (timeZone: string): WorkingCalendar => ({
  timeZone,
  week: weekdays.slice(0, 5).map((day) => ({ day, startMinute: 540, endMinute: 1020 })),
  daysOff: [],
});
const wanted = { fromMs: MONDAY, toMs: MONDAY + 2 * WEEK, lengthMs: HOUR / 2, count: 5 };
const startsOf = (spans: { startMs: number }[]) => spans.map(({ startMs }) => new Date(startMs).toISOString());

describe('times of a call', () => {
  it('lie on several days where they can', () => {
    expect(startsOf(callTimes([office('Europe/Berlin'), office('America/New_York')], wanted))).toEqual([
      '2026-11-23T14:00:00.000Z',
      '2026-11-24T14:00:00.000Z',
      '2026-11-25T14:00:00.000Z',
      '2026-11-26T14:00:00.000Z',
      '2026-11-27T14:00:00.000Z',
    ]);
  });

  it('are further ones of the same stretch where there is no other', () => {
    const found = callTimes([office('Europe/Berlin'), office('America/New_York')], {
      ...wanted,
      toMs: MONDAY + 12 * HOUR,
    });
    expect(startsOf(found)).toEqual([
      '2026-11-23T14:00:00.000Z',
      '2026-11-23T14:30:00.000Z',
      '2026-11-23T15:00:00.000Z',
      '2026-11-23T15:30:00.000Z',
    ]);
  });

  it('do not overlap, are in order, and lie inside the hours of all', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', 'Asia/Kathmandu', 'America/New_York', 'Africa/Lagos');
    fc.assert(
      fc.property(
        fc.array(zones, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 5, max: 300 }),
        fc.integer({ min: 0, max: 2_000 }),
        fc.integer({ min: 1, max: 5 }),
        (team, minutes, laterMinutes, count) => {
          const calendars = team.map(office);
          const fromMs = MONDAY + laterMinutes * 60_000;
          const found = callTimes(calendars, { fromMs, toMs: fromMs + WEEK, lengthMs: minutes * 60_000, count });
          expect(found.length).toBeLessThanOrEqual(count);
          for (const [index, { startMs, endMs }] of found.entries()) {
            expect(startMs % (15 * 60_000)).toBe(0);
            expect(startMs).toBeGreaterThanOrEqual(found[index - 1]?.endMs ?? fromMs);
            for (let ms = startMs; ms < endMs; ms += 60_000) {
              expect(calendars.every((calendar) => isWorkingTime(calendar, ms))).toBe(true);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('name who is in the way where there is none', () => {
    const people = [
      { id: 'ana', calendar: office('Europe/Berlin') },
      { id: 'bo', calendar: office('Europe/Lisbon') },
      { id: 'kiri', calendar: office('Pacific/Honolulu') },
    ];
    expect(
      callTimes(
        people.map(({ calendar }) => calendar),
        wanted,
      ),
    ).toEqual([]);
    expect(withoutCommonTime(people, wanted)).toEqual(['kiri']);
    expect(withoutCommonTime([people[0]!, people[2]!], wanted)).toEqual(['ana', 'kiri']);
    const never = { id: 'never', calendar: { ...office('Europe/Berlin'), week: [] } };
    expect(withoutCommonTime([people[0]!, never], wanted)).toEqual(['never']);
  });
});

describe('what the answers come to', () => {
  const choices = ['first', 'second', 'third'];
  const starts = [1, 2, 3].map((hours) => MONDAY + hours * HOUR);
  const chose = (...given: string[]) => given.map((choice) => ({ status: 'FULFILLED' as const, choice }));

  it.each([
    ['the time that most chose', chose('second', 'second', 'first'), MONDAY, { kind: 'TIME', index: 1 }],
    ['the earlier of two that are even', chose('third', 'first'), MONDAY, { kind: 'TIME', index: 0 }],
    ['no time that is over', chose('first', 'first', 'third'), starts[1]!, { kind: 'TIME', index: 2 }],
    [
      'none where more say so',
      chose(NONE_OF_THESE, NONE_OF_THESE, 'first'),
      MONDAY,
      { kind: 'NO_TIME', why: 'NONE_FITS' },
    ],
    ['none where the chosen is over', chose('first'), starts[2]!, { kind: 'NO_TIME', why: 'PASSED' }],
    [
      'none where nobody chose',
      [{ status: 'DECLINED' as const, choice: null }],
      MONDAY,
      { kind: 'NO_TIME', why: 'NOBODY' },
    ],
  ])('%s', (_, answers, nowMs, outcome) => {
    expect(outcomeOf(choices, starts, answers, nowMs)).toEqual(outcome);
  });
});

it('writes an invitation whose lines are whole, with each name quoted', () => {
  const text = invitation({
    ...{ uid: 'cll_1@hub.example', publicUrl: 'https://hub.example', title: 'Which colour; and why?' },
    ...{
      threadUrl: 'https://hub.example/t/thr_1',
      link: meetingLink('https://meet.example/{id}', 'a-b'),
      decidedAt: '2026-11-23T10:00:00.000Z',
    },
    ...{ start: '2026-11-24T14:00:00.000Z', end: '2026-11-24T14:30:00.000Z' },
    organizer: { name: 'Ada "the first"', address: 'mailto:hub@hub.example' },
    attendees: [{ id: 'x', name: 'Bo', address: 'mailto:bo@hub.example', hasAccepted: true }],
  });
  expect(text).toContain('METHOD:REQUEST\r\n');
  expect(text).toContain('DTSTART:20261124T140000Z\r\n');
  expect(text).toContain('SUMMARY:Which colour\\; and why?\r\n');
  expect(text).toContain('LOCATION:https://meet.example/ab\r\n');
  expect(text.replaceAll('\r\n ', '')).toContain('ORGANIZER;CN="Ada  the first":mailto:hub@hub.example');
  expect(text.replaceAll('\r\n ', '')).toContain('PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:bo@hub.example');
});
