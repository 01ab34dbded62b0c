import { compileMessage } from '@lingui/message-utils/compileMessage';
import { pseudo } from './pseudo';

describe('the pseudo-language', () => {
  test('accents and lengthens a plain text', () => {
    expect(pseudo(compileMessage('Read the digest'))).toEqual([
      '[',
      'Rëád thë dîgëšt',
      expect.stringMatching(/^[~ ]+\]$/),
    ]);
  });

  test('leaves values, tags and the names of plural forms alone', () => {
    const message = JSON.stringify(
      pseudo(compileMessage('<0>{name}</0> has {count, plural, one {one note} other {# notes}}')),
    );
    expect(message).toContain('<0>');
    expect(message).toContain('["name"]');
    expect(message).toContain('"other"');
    expect(message).toContain('ñötëš');
  });
});
