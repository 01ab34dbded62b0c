import { InputType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { inputPipe } from './input-pipe.js';

@InputType()
class NoteInput {
  @MaxLength(5, { message: 'a note has at most 5 characters' })
  note: string;
  marks: string[];
}

describe('the pipe of inputs', () => {
  const pipe = inputPipe();
  const refusalOf = async (value: unknown, type: 'body' | 'custom' = 'body') => {
    try {
      await pipe.transform(value, { type, metatype: NoteInput });
      return undefined;
    } catch (error) {
      return error;
    }
  };

  it('lets through what is in order', async () => {
    expect(await refusalOf({ note: 'short', marks: ['a'] })).toBeUndefined();
  });

  it('refuses with the field and a sentence', async () => {
    expect(await refusalOf({ note: 'much longer' })).toMatchObject({
      reason: 'input.invalid',
      field: 'note',
      message: 'A note has at most 5 characters.',
    });
  });

  it('refuses the one character that Postgres does not keep, wherever it stands', async () => {
    expect(await refusalOf({ note: 'a', marks: ['fine', 'b\u0000'] })).toMatchObject({ reason: 'input.nul_character' });
  });

  it('looks into arguments only, not into the context of an operation', async () => {
    expect(await refusalOf({ note: '\u0000' }, 'custom')).toBeUndefined();
  });
});
