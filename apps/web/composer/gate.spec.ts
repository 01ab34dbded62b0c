import { gateState, withoutThoseOutside } from './gate';
import type { Preview, Recipient } from './preview-query';

const person = (name: string, isWorkingTime: boolean, urgentMuted = false): Recipient => ({
  member: { id: name, name, handle: name },
  timeZone: 'UTC',
  isWorkingTime,
  deliverAt: '2026-11-23T09:31:00Z',
  urgentMuted,
  ribbon: [],
});
const preview = (recipients: Recipient[], urgentBudgetLeft = 3): Preview => ({
  recipients,
  urgentBudgetLeft,
  advice: [],
});
const reason = 'The board meets at 11:30';

describe('the gate before an interruption', () => {
  it('wants both answers and a reason, in this order', () => {
    expect(gateState({ reason: '' }, undefined).missing).toBe('needs');
    expect(gateState({ needsNow: true, reason: '' }, undefined).missing).toBe('respects');
    expect(gateState({ needsNow: true, respects: true, reason: ' short   ' }, undefined).missing).toBe('reason');
    expect(gateState({ needsNow: true, respects: true, reason }, undefined).missing).toBeUndefined();
  });
  it('stays shut when the budget is spent', () => {
    expect(gateState({ needsNow: true, respects: true, reason }, preview([], 0)).missing).toBe('budget');
  });
  it('names whom it interrupts and for whom it waits all the same', () => {
    const state = gateState(
      { reason },
      preview([person('Jonas', true), person('Yuki', false), person('Leila', true, true)]),
    );
    expect(state.outside.map(({ member }) => member.name)).toEqual(['Yuki']);
    expect(state.muted.map(({ member }) => member.name)).toEqual(['Leila']);
  });
  it('leaves those outside their hours out, but not everybody', () => {
    expect(withoutThoseOutside(preview([person('Jonas', true), person('Yuki', false)]))).toEqual(['Jonas']);
    expect(withoutThoseOutside(preview([person('Yuki', false)]))).toBeUndefined();
  });
});
