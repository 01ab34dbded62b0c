import { badTitle, emptyPost, textTooLong } from './threads.errors.js';

/** Characters as people count them roughly: UTF-16 units. */
export const MAX_TEXT = 40_000;
export const MAX_TITLE = 200;

/** @throws HubError input.text_too_long, post.empty */
export function checkBody(body: string, { mayBeEmpty, field = 'body' }: { mayBeEmpty: boolean; field?: string }): void {
  if (body.length > MAX_TEXT) throw textTooLong(field, MAX_TEXT);
  if (!mayBeEmpty && body.trim() === '') throw emptyPost(field);
}

/** The title as it is kept: one line, without spaces around it. @throws HubError thread.bad_title */
export function checkTitle(title: string): string {
  const trimmed = title.replace(/\s+/g, ' ').trim();
  if (trimmed === '' || trimmed.length > MAX_TITLE) throw badTitle(MAX_TITLE);
  return trimmed;
}
