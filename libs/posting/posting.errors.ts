import { HubError, invalidInput } from '#kernel';

export const publishInThePast = (): HubError =>
  invalidInput('post.publish_in_the_past', 'This time is over: give one that is still to come, or none to post now.', {
    field: 'publishAt',
  });

export const publishTooFar = (days: number): HubError =>
  invalidInput('post.publish_too_far', `A post can wait ${days} days at most.`, { field: 'publishAt', data: { days } });

export const badIdempotencyKey = (most: number): HubError =>
  invalidInput('post.bad_idempotency_key', `An idempotency key has 1 to ${most} characters.`, {
    field: 'idempotencyKey',
  });

export const badMoment = (): HubError =>
  invalidInput('post.bad_moment', 'A moment is a number of seconds from the start of the recording.', {
    field: 'moment.seconds',
  });

export const noSuchDraft = (): HubError => new HubError('NOT_FOUND', 'draft.not_found', 'You have no such draft.');

export const tooManyDrafts = (most: number): HubError =>
  new HubError('CONFLICT', 'draft.too_many', `You have ${most} drafts: send or discard some of them first.`, {
    data: { most },
  });

export const tooManyDraftMedia = (most: number): HubError =>
  invalidInput('draft.too_many_media', `A draft takes at most ${most} media items: leave some out.`, {
    field: 'mediaIds',
    data: { most },
  });
