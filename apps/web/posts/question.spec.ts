import { questionOf } from './question';

describe('questionOf', () => {
  it('finds the question in what is written', () => {
    expect(questionOf('Two ways. I lean to **B**.\n\nWhich one do *you* want, A or B? Thanks.')).toBe(
      'Which one do you want, A or B?',
    );
    expect(questionOf('これは良いですか？はい。')).toBe('これは良いですか？');
  });
  it('takes the first line where nothing is asked with a mark', () => {
    expect(questionOf('\n# Two sentences to approve\nThe second is [new](https://x.example).')).toBe(
      'Two sentences to approve',
    );
    expect(questionOf('')).toBe('');
  });
});
