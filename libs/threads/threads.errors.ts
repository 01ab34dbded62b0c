import { HubError, invalidInput } from '#kernel';

export const noSuchThread = (): HubError =>
  new HubError('NOT_FOUND', 'thread.not_found', 'There is no such thread, or you may not see it.');

export const noSuchPost = (): HubError =>
  new HubError('NOT_FOUND', 'post.not_found', 'There is no such post, or you may not see it.');

export const threadConcluded = (): HubError =>
  new HubError('CONFLICT', 'thread.concluded', 'This thread is concluded: reopen it to go on.');

export const notYourPost = (): HubError =>
  new HubError('FORBIDDEN', 'post.not_yours', 'Only its author can change a post.');

export const postDeleted = (): HubError => new HubError('CONFLICT', 'post.deleted', 'This post was deleted.');

export const notPublished = (): HubError =>
  new HubError('CONFLICT', 'post.not_published', 'This post is not published yet.');

export const emptyPost = (field = 'body'): HubError =>
  invalidInput('post.empty', 'Write something, or add a recording or a file.', { field });

export const textTooLong = (field: string, most: number): HubError =>
  invalidInput('input.text_too_long', `This text is too long: ${most.toLocaleString('en')} characters at most.`, {
    field,
    data: { most },
  });

export const badTitle = (most: number): HubError =>
  invalidInput('thread.bad_title', `Give the thread a title of 1 to ${most} characters.`, {
    field: 'title',
    data: { most },
  });

export const notAnEmoji = (): HubError =>
  invalidInput('reaction.not_an_emoji', 'A reaction is one emoji.', { field: 'emoji' });

export const tooManyReactions = (most: number): HubError =>
  invalidInput('reaction.too_many', `A post has at most ${most} different reactions.`, {
    field: 'emoji',
    data: { most },
  });

export const oneIdExactly = (): HubError =>
  invalidInput('involvement.one_id', 'Give either a channel or a thread.', { field: 'channelId' });

export const notYourThread = (): HubError =>
  new HubError('FORBIDDEN', 'thread.not_yours', 'Who opened the thread, and administrators, change its title.');

export const tooManyPinned = (most: number): HubError =>
  new HubError('CONFLICT', 'thread.too_many_pinned', `A channel pins at most ${most} threads: unpin one first.`, {
    data: { most },
  });
