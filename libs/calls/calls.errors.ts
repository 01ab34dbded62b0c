import { HubError, invalidInput } from '#kernel';

export const badLength = (least: number, most: number): HubError =>
  invalidInput('call.bad_length', `A call takes ${least} to ${most} minutes.`, {
    field: 'minutes',
    data: { least, most },
  });

export const nobodyToCall = (): HubError =>
  invalidInput('call.nobody', 'Name at least one other person.', { field: 'participantIds' });

export const tooManyToCall = (most: number): HubError =>
  invalidInput('call.too_many', `A call is for ${most} people at most.`, { field: 'participantIds', data: { most } });

/** @param people who has no working time in common with the others */
export const noCommonTime = (people: readonly { memberId: string; name: string }[], days: number): HubError =>
  new HubError(
    'CONFLICT',
    'call.no_common_time',
    `In the next ${days} days there is no time at which all of them work. ${people
      .map(({ name }) => name)
      .join(', ')}: no common time. Ask in writing, or leave somebody out.`,
    { field: 'participantIds', data: { people, days } },
  );

export const notOffered = (): HubError =>
  new HubError('CONFLICT', 'call.time_not_free', 'One of these times is no common working time any more: look again.', {
    field: 'starts',
  });

export const noSuchCall = (): HubError =>
  new HubError('NOT_FOUND', 'call.not_found', 'There is no such call, or it is not yours to see.');
