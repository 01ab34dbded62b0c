import { firstUnread, putTogether } from './put-together';

const post = (id: string, publishedAt: string, by = 'mira') => ({ id, publishedAt, author: { id: by } });

describe('putTogether', () => {
  it('sorts pages into one list and keeps the later word of a post', () => {
    const edited = { ...post('b', '2026-02'), body: 'new' };
    expect(putTogether([[post('b', '2026-02'), post('c', '2026-03')], [post('a', '2026-01')], [edited]])).toEqual([
      post('a', '2026-01'),
      edited,
      post('c', '2026-03'),
    ]);
  });
});

describe('firstUnread', () => {
  const posts = [post('a', '1'), post('b', '2', 'you'), post('c', '3'), post('d', '4', 'you')];
  it('counts only what others wrote', () => {
    expect(firstUnread(posts, 1, 'you')).toBe('c');
    expect(firstUnread(posts, 2, 'you')).toBe('a');
  });
  it('is the oldest there is where more is unread than was loaded, and none where all is read', () => {
    expect(firstUnread(posts, 9, 'you')).toBe('a');
    expect(firstUnread(posts, 0, 'you')).toBeUndefined();
    expect(firstUnread([], 3, 'you')).toBeUndefined();
  });
});
