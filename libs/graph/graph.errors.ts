import { GraphQLError } from 'graphql';
import { HubError, invalidInput } from '#kernel';

/** Said while a document is read: graphql-js adds the place and the field to the sentence. */
export const badScalar = (name: string, value: unknown, description: string): GraphQLError =>
  new GraphQLError(`${JSON.stringify(value)?.slice(0, 80)} is not a ${name}. ${description}`, {
    extensions: { code: 'INVALID_INPUT', reason: 'input.malformed' },
  });

export const pageTooLong = (field: string, most: number): HubError =>
  invalidInput('input.page_too_long', `Ask for 1 to ${most} at a time, and for the rest with the cursors.`, {
    field,
    data: { most },
  });

export const badCursor = (field: string): HubError =>
  invalidInput('input.bad_cursor', 'This cursor is not one of this list: start again without it.', { field });

export const nulCharacter = (): HubError =>
  invalidInput('input.nul_character', 'A text here holds the character U+0000, which cannot be kept: leave it out.');

export const unauthenticated = (): HubError =>
  new HubError('UNAUTHENTICATED', 'session.required', 'Sign in first: your session has ended or there was none.');

export const queryTooDeep = (most: number): HubError =>
  new HubError('QUERY_TOO_COSTLY', 'query.too_deep', `Nest at most ${most} fields: ask for less at a time.`, {
    data: { most },
  });

export const queryTooCostly = (cost: number, most: number): HubError =>
  new HubError(
    'QUERY_TOO_COSTLY',
    'query.too_costly',
    'This asks for too much at once: take shorter pages or fewer fields.',
    {
      data: { cost, most },
    },
  );
