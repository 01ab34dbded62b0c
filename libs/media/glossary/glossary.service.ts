import { Injectable } from '@nestjs/common';
import { Sql, statement, UnitOfWork } from '#database';
import { AuditLog, requireAdministrator } from '#identity';
import { type Actor, invalidInput } from '#kernel';

const MOST_WORDS = 200;
const MOST_CHARACTERS = 60;

const all = statement('glossary.all', 'select word from glossary_words order by position');
const replace = statement(
  'glossary.replace',
  `with gone as (delete from glossary_words where word <> all($1::text[]))
   insert into glossary_words (word, position) select word, position from unnest($1::text[]) with ordinality as g(word, position)
   on conflict (word) do update set position = excluded.position`,
);

const badWord = (index: number) =>
  invalidInput('glossary.bad_word', `A word of the glossary has 1 to ${MOST_CHARACTERS} characters on one line.`, {
    field: `words.${index}`,
    data: { most: MOST_CHARACTERS },
  });

/** The names and words of the organisation, so that transcripts spell them as it does. */
@Injectable()
export class GlossaryService {
  constructor(
    private readonly sql: Sql,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The most important ones first. */
  async words(): Promise<string[]> {
    return (await this.sql.rows<{ word: string }>(all)).map(({ word }) => word);
  }

  /**
   * Puts these in place of all others; the same one twice counts once.
   * @throws HubError glossary.bad_word, glossary.too_many_words, member.administrators_only, token.scope_missing
   */
  async replace(actor: Actor, words: readonly string[], ipAddress: string): Promise<string[]> {
    requireAdministrator(actor);
    const kept = [...new Set(words.map((word) => word.trim()))];
    const bad = words.findIndex((word) => !/^[^\p{Cc}]+$/u.test(word.trim()) || word.trim().length > MOST_CHARACTERS);
    if (bad >= 0) throw badWord(bad);
    if (kept.length > MOST_WORDS) {
      throw invalidInput('glossary.too_many_words', `The glossary has at most ${MOST_WORDS} words: leave some out.`, {
        field: 'words',
        data: { most: MOST_WORDS },
      });
    }
    await this.unitOfWork.run(async () => {
      await this.sql.rows(replace, [kept]);
      await this.audit.record('glossary.changed', { memberId: actor.memberId, ipAddress }, `${kept.length} words`);
    });
    return kept;
  }
}
