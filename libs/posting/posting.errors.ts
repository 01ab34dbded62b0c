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
