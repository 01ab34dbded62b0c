import { type Asking, chosen, fromInput, lackOf, nothingAsked, toInput } from './asking';

const asking = (change: Partial<Asking>): Asking => ({ ...nothingAsked, ...change });
const BY = '2026-11-25T15:00:00.000Z';

describe('what is asked, for the API and back', () => {
  const cases: [name: string, Asking][] = [
    ['for information', nothingAsked],
    ['a reply by a time', asking({ choice: 'reply', when: { is: 'by', at: BY } })],
    ['a reply within hours', asking({ choice: 'reply', when: { is: 'hours', hours: 4 } })],
    ['an acknowledgement of anybody', asking({ choice: 'acknowledge', quorum: 'ANY' })],
    ['a decision', asking({ choice: 'decide', options: ['beside', 'inside'], when: { is: 'days', days: 2 } })],
    [
      'an interruption',
      asking({ choice: 'urgent', gate: { needsNow: true, respects: true, reason: 'The board meets at 11:30' } }),
    ],
  ];
  it.each(cases)('keeps %s', (_name, given) => {
    expect(fromInput(toInput(given, []))).toEqual(given);
  });

  it('names recipients only where there are some', () => {
    expect(toInput(nothingAsked, [])).toEqual({ kind: 'FYI' });
    expect(toInput(nothingAsked, ['m1'])).toEqual({ kind: 'FYI', recipientIds: ['m1'] });
  });

  it('leaves empty options out', () => {
    expect(toInput(asking({ choice: 'decide', options: [' a ', '', 'b'] }), []).choices).toEqual(['a', 'b']);
  });

  it('asks an unanswered question again', () => {
    const half = asking({ choice: 'urgent', gate: { needsNow: true, reason: '' } });
    expect(fromInput(toInput(half, [])).gate).toEqual({ needsNow: true, respects: undefined, reason: '' });
  });

  it('reads anything', () => {
    expect(fromInput(undefined)).toEqual(nothingAsked);
    expect(fromInput({})).toEqual(nothingAsked);
  });
});

describe('choosing what is asked', () => {
  it('starts a reply with a time, and keeps one that was set', () => {
    expect(chosen(nothingAsked, 'reply', Date.parse(BY)).when).toEqual({ is: 'by', at: BY });
    const set = asking({ when: { is: 'hours', hours: 4 } });
    expect(chosen(set, 'reply', Date.parse(BY)).when).toEqual({ is: 'hours', hours: 4 });
    expect(chosen(nothingAsked, 'acknowledge', Date.parse(BY)).when).toEqual({ is: 'whenever' });
  });

  it('wants two different options to decide between', () => {
    expect(lackOf(asking({ choice: 'decide', options: ['a', ''] }), 0)).toBe('options');
    expect(lackOf(asking({ choice: 'decide', options: ['a', 'a'] }), 0)).toBe('options');
    expect(lackOf(asking({ choice: 'decide', options: ['a', 'b'] }), 0)).toBeUndefined();
  });

  it('wants a time to come', () => {
    const past = asking({ choice: 'reply', when: { is: 'by', at: BY } });
    expect(lackOf(past, Date.parse(BY))).toBe('past');
    expect(lackOf({ ...past, choice: 'fyi' }, Date.parse(BY))).toBeUndefined();
  });
});
