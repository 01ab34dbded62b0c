import { describe, expect, it } from '@jest/globals';
import { HubError } from '#kernel';
import { isJustified, timingOf } from './timing.js';

const now = Date.parse('2026-11-23T09:00:00Z');
const refusal = (choice: Parameters<typeof timingOf>[0]): string | undefined => {
  try {
    timingOf(choice, now, 15);
    return undefined;
  } catch (error) {
    return (error as HubError).reason;
  }
};

describe('the timing of an expectation', () => {
  it('is WHENEVER where none is given', () => {
    expect(timingOf(undefined, now, 15)).toEqual({ kind: 'WHENEVER' });
    expect(timingOf({}, now, 15)).toEqual({ kind: 'WHENEVER' });
  });

  it('takes each kind', () => {
    expect(timingOf({ withinWorkingHours: 0.5 }, now, 15)).toEqual({ kind: 'WITHIN_WORKING_HOURS', hours: 0.5 });
    expect(timingOf({ withinWorkingDays: 0 }, now, 15)).toEqual({ kind: 'WITHIN_WORKING_DAYS', days: 0 });
    expect(timingOf({ by: '2026-11-24T09:00:00.000Z' }, now, 15)).toEqual({ kind: 'BY', byMs: now + 86_400_000 });
    const urgent = { needsImmediateResponse: true, respectsTheirTime: true, reason: 'The board meets in an hour.' };
    expect(timingOf({ now: urgent }, now, 20)).toEqual({ kind: 'NOW', windowMinutes: 20 });
  });

  it.each([
    [{ withinWorkingHours: 4, withinWorkingDays: 1 }, 'expectation.bad_timing'],
    [{ withinWorkingHours: 0 }, 'expectation.bad_timing'],
    [{ withinWorkingHours: Number.NaN }, 'expectation.bad_timing'],
    [{ withinWorkingHours: 2_001 }, 'expectation.bad_timing'],
    [{ withinWorkingDays: -1 }, 'expectation.bad_timing'],
    [{ withinWorkingDays: 261 }, 'expectation.bad_timing'],
    [{ by: '2026-11-23T09:00:00.000Z' }, 'expectation.due_in_the_past'],
    [{ by: '9999-01-01T00:00:00.000Z' }, 'expectation.bad_timing'],
  ])('refuses %j', (choice, reason) => {
    expect(refusal(choice)).toBe(reason);
  });

  it('lets urgent posts through only with both questions answered yes and a reason that says something', () => {
    const yes = { needsImmediateResponse: true, respectsTheirTime: true, reason: 'Nobody can sign in.' };
    expect(isJustified(yes)).toBe(true);
    expect(isJustified({ ...yes, needsImmediateResponse: false })).toBe(false);
    expect(isJustified({ ...yes, respectsTheirTime: false })).toBe(false);
    expect(isJustified({ ...yes, reason: '  urgent  ' })).toBe(false);
  });
});
