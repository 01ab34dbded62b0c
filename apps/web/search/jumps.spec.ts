import { rank } from './jumps';

const jumps = ['Inbox', 'My recordings', '#platform', 'Record something', 'People'].map((name) => ({
  key: name,
  group: '',
  name,
  to: '/',
}));
const names = (typed: string) => rank(jumps, typed, 10).map(({ name }) => name);

describe('jumping by name', () => {
  test('a name that starts with the letters comes before a word that does', () => {
    expect(names('rec')).toEqual(['Record something', 'My recordings']);
  });
  test('signs before a name do not count', () => expect(names('plat')).toEqual(['#platform']));
  test('letters in order are enough', () => expect(names('ibx')).toEqual(['Inbox']));
  test('without letters everything stands in its order', () => expect(names('')).toHaveLength(5));
  test('nothing fits', () => expect(names('zzz')).toEqual([]));
});
