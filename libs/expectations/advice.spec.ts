import fc from 'fast-check';
import {
  isWorkingTime,
  leavesNoWorkingTime,
  schedule,
  type Timing,
  type WorkingCalendar,
  weekdays,
} from '#working-time';
import { adviceFor, type Considered } from './advice.js';

/** A Friday, 10:00 in Berlin. */
const FRIDAY = Date.parse('2026-11-27T09:00:00Z');
const HOUR = 3_600_000;

const office = (timeZone: string, daysOff: { from: string; to: string }[] = []): WorkingCalendar => ({
  timeZone,
  week: weekdays.slice(0, 5).map((day) => ({ day, startMinute: 540, endMinute: 1020 })),
  daysOff,
});

function considered(id: string, calendar: WorkingCalendar, timing: Timing, publishedMs = FRIDAY): Considered {
  const { deliverAtMs, dueAtMs } = schedule(calendar, publishedMs, timing);
  return {
    ...{ id, name: id, calendar },
    isWorkingTime: isWorkingTime(calendar, publishedMs),
    leavesNoWorkingTime: leavesNoWorkingTime(calendar, publishedMs, timing),
    deliverAt: new Date(deliverAtMs).toISOString(),
    dueAt: dueAtMs === null ? null : new Date(dueAtMs).toISOString(),
  };
}

const whenever: Timing = { kind: 'WHENEVER' };
const question = (timing: Timing, publishedMs = FRIDAY) => ({ timing, publishedMs, timeZone: 'Europe/Berlin' });
const off = [{ from: '2026-11-27', to: '2026-11-27' }];

it('says who is off until when, and whom to ask meanwhile', () => {
  const people = [
    considered('Ana', office('Europe/Berlin'), whenever),
    considered('Bo', office('Europe/Berlin', off), whenever),
    considered('Cleo', office('Europe/Berlin', off), whenever),
    considered('Dag', office('Europe/Berlin', off), whenever),
    considered('Eva', office('Europe/Berlin'), whenever),
  ];
  expect(adviceFor(question(whenever), people)[0]).toEqual({
    code: 'AWAY',
    message: '3 of 5 are off until Monday.',
    memberIds: ['Bo', 'Cleo', 'Dag'],
    at: '2026-11-30T08:00:00.000Z',
    suggestedRecipientIds: ['Ana', 'Eva'],
  });
});

it('offers who stands in', () => {
  const away = considered('Bo', office('Europe/Berlin', off), whenever);
  const advice = adviceFor(question(whenever), [{ ...away, delegate: { id: 'Fay', name: 'Fay' } }]);
  expect(advice.find(({ code }) => code === 'DELEGATE_STANDS_IN')).toEqual({
    code: 'DELEGATE_STANDS_IN',
    message: 'Fay stands in for Bo.',
    memberIds: ['Bo'],
    suggestedRecipientIds: ['Fay'],
  });
});

it('names the instant that a kinder timing would give, where BY leaves no working time', () => {
  const by: Timing = { kind: 'BY', byMs: FRIDAY + HOUR };
  const advice = adviceFor(question(by), [
    considered('Ana', office('Europe/Berlin'), by),
    considered('Yuki', office('Asia/Tokyo'), by),
  ]);
  expect(advice.map(({ code }) => code)).toContain('NO_WORKING_TIME_BEFORE_DUE');
  expect(advice.find(({ code }) => code === 'KINDER_TIMING')).toMatchObject({
    memberIds: ['Yuki'],
    suggestedTiming: { kind: 'WITHIN_WORKING_DAYS', days: 1 },
    at: '2026-12-01T08:00:00.000Z',
  });
});

it('is honest where people never work at once', () => {
  const advice = adviceFor(question(whenever), [
    considered('Ana', office('Europe/Berlin'), whenever),
    considered('Kiri', office('Pacific/Honolulu'), whenever),
  ]);
  expect(advice.find(({ code }) => code === 'NO_COMMON_HOURS')?.memberIds).toEqual(['Ana', 'Kiri']);
});

it('has nothing to say where all work and have time', () => {
  const timing: Timing = { kind: 'WITHIN_WORKING_DAYS', days: 1 };
  expect(adviceFor(question(timing), [considered('Ana', office('Europe/Berlin'), timing)])).toEqual([]);
});

const timings: fc.Arbitrary<Timing> = fc.oneof(
  fc.constant(whenever),
  fc.integer({ min: 1, max: 40 }).map((hours): Timing => ({ kind: 'WITHIN_WORKING_HOURS', hours })),
  fc.integer({ min: 1, max: 100 }).map((hours): Timing => ({ kind: 'BY', byMs: FRIDAY + hours * HOUR })),
  fc.constant<Timing>({ kind: 'NOW', windowMinutes: 15 }),
);
const zones = fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', 'America/New_York', 'Pacific/Honolulu');

it('never invents people, and what it suggests is kept by the calendars', () => {
  fc.assert(
    fc.property(timings, fc.array(fc.tuple(zones, fc.boolean()), { minLength: 1, maxLength: 14 }), (timing, team) => {
      const people = team.map(([zone, isOff], index) =>
        considered(`m${index}`, office(zone, isOff ? off : []), timing),
      );
      const ids = new Set(people.map(({ id }) => id));
      const advice = adviceFor(question(timing), people);
      expect(new Set(advice.map(({ code }) => code)).size).toBe(advice.length);
      for (const one of advice) {
        expect(one.memberIds.every((id) => ids.has(id))).toBe(true);
        expect(one.suggestedRecipientIds?.length ?? 1).toBeGreaterThan(0);
        expect((one.suggestedRecipientIds ?? []).every((id) => ids.has(id))).toBe(true);
        if (one.suggestedTiming) {
          const dues = people.map(({ calendar }) => schedule(calendar, FRIDAY, one.suggestedTiming!).dueAtMs!);
          expect(Date.parse(one.at!)).toBe(Math.max(...dues));
        }
        for (const { startMs, endMs } of one.times ?? []) {
          for (const { calendar } of people) {
            expect(isWorkingTime(calendar, startMs) && isWorkingTime(calendar, endMs - 1)).toBe(true);
          }
        }
      }
    }),
  );
});
