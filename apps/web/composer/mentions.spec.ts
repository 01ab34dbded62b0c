import { complete, handlesIn, mentionAt } from './mentions';

describe('mentions', () => {
  it('are found at the caret', () => {
    expect(mentionAt('Ask @yu', 7)).toEqual({ start: 4, query: 'yu' });
    expect(mentionAt('@', 1)).toEqual({ start: 0, query: '' });
    expect(mentionAt('mail@yu', 7)).toBeUndefined();
    expect(mentionAt('@yuki please', 12)).toBeUndefined();
  });
  it('are completed, with one space after', () => {
    expect(complete('Ask @yu about', 7, { start: 4, query: 'yu' }, 'yuki')).toEqual(['Ask @yuki about', 10]);
    expect(complete('@', 1, { start: 0, query: '' }, 'yuki')).toEqual(['@yuki ', 6]);
  });
  it('are read from a text, but not from its code', () => {
    expect(handlesIn('@Yuki and (@jonas.l), `@code` and mail@x.de. @yuki.')).toEqual(['yuki', 'jonas.l']);
  });
});
