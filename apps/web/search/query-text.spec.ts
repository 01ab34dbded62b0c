import fc from 'fast-check';
import { readQuery, withoutFilter } from './query-text';

describe('what is typed into the search', () => {
  test.each([
    ['rollout plan', { words: 'rollout plan' }],
    ['from:@ana in:#platform plan', { words: 'plan', from: 'ana', in: 'platform' }],
    ['from:"Ana Lima" has:video due:week', { words: '', from: 'Ana Lima', has: 'VIDEO', due: 'week' }],
    ['"exact words" has:VOICE', { words: '"exact words"', has: 'AUDIO' }],
    ['has:nothing due:someday', { words: 'has:nothing due:someday' }],
    ['', { words: '' }],
  ])('%s', (text, read) => expect(readQuery(text)).toEqual(read));

  test('a filter that is taken out is gone, and the rest stays', () => {
    expect(withoutFilter('from:"Ana Lima" plan has:video', 'from')).toBe('plan has:video');
  });

  test('any text can be read', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readQuery(text).words === 'string'));
  });
});
