import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { Times } from '../language/times';
import type { Recipient } from './preview-query';
import { sendLine } from './send-line';

const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
i18n.setMessagesCompiler(compileMessage);
const times = new Times(i18n, 'Europe/Berlin');
const now = Date.parse('2026-11-23T09:31:00Z');

const person = (name: string, deliverAt?: string, timeZone = 'Europe/Berlin'): Recipient => ({
  member: { id: name, name: `${name} Somebody`, handle: name },
  timeZone,
  isWorkingTime: deliverAt === undefined,
  deliverAt: deliverAt ?? new Date(now).toISOString(),
  urgentMuted: false,
  ribbon: [],
});
const yuki = person('Yuki', '2026-11-24T00:00:00Z', 'Asia/Tokyo');
const line = (recipients: Recipient[], choice: 'reply' | 'urgent' = 'reply') =>
  sendLine(i18n, times, recipients, { choice, now });

describe('when people hear of it', () => {
  it('is said of each of them', () => {
    expect(line([person('Jonas'), person('Leila'), yuki])).toBe(
      'Jonas and Leila hear at their next check-in, Yuki tomorrow at 09:00 their time.',
    );
    expect(line([person('Jonas')])).toBe('Jonas hears at their next check-in.');
    expect(line([yuki])).toBe('When their day starts: Yuki tomorrow at 09:00 their time.');
  });
  it('counts a crowd', () => {
    const five = ['A', 'B', 'C', 'D'].map((name) => person(name));
    expect(line([...five, yuki])).toBe('4 people hear at their next check-in; 1 person when their day starts.');
  });
  it('says whom an urgent message interrupts', () => {
    expect(line([person('Jonas'), yuki], 'urgent')).toBe(
      '2 people are interrupted, one of them outside working hours.',
    );
    expect(line([{ ...yuki, urgentMuted: true }], 'urgent')).toBe('Nobody can be interrupted now.');
  });
  it('says nothing of nobody', () => {
    expect(line([])).toBeUndefined();
  });
});
