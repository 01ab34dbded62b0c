import { focusOf } from './focus';

const post = (id: string, by: string, answers: [of: string, status: string][], kind = 'REPLY') =>
  ({
    id,
    author: { id: by },
    deletedAt: null,
    expectation: {
      kind,
      responses: answers.map(([of, status]) => ({ id: `${id} ${of}`, status, recipient: { id: of } })),
    },
  }) as never;

describe('focusOf', () => {
  it('is the newest post that asks the viewer', () => {
    const posts = [post('a', 'mira', [['you', 'OPEN']]), post('b', 'mira', [['you', 'OPEN']]), post('c', 'you', [])];
    expect(focusOf(posts, 'you')).toMatchObject({ kind: 'asked', post: { id: 'b' }, own: { id: 'b you' } });
  });
  it('is what the viewer waits for, then what they settled, then what others wait for', () => {
    const others = post('o', 'mira', [['noor', 'OPEN']]);
    const settled = post('s', 'mira', [['you', 'FULFILLED']]);
    const waits = post('w', 'you', [['noor', 'OPEN']]);
    expect(focusOf([waits, settled, others], 'you')).toMatchObject({ kind: 'author', post: { id: 'w' } });
    expect(focusOf([settled, others], 'you')).toMatchObject({ kind: 'settled', post: { id: 's' } });
    expect(focusOf([others], 'you')).toMatchObject({ kind: 'looking', post: { id: 'o' } });
  });
  it('is nothing where nothing is asked any more', () => {
    expect(focusOf([post('a', 'mira', [['noor', 'FULFILLED']]), post('f', 'mira', [], 'FYI')], 'you')).toBeUndefined();
  });
});
