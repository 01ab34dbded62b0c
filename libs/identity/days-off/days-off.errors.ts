import { HubError, invalidInput } from '#kernel';

export const unknownRegion = (): HubError =>
  invalidInput('holidays.unknown_region', 'The holidays of this region are not known: take one of holidayRegions.', {
    field: 'region',
  });

export const dayTaken = (): HubError =>
  new HubError('CONFLICT', 'holidays.day_taken', 'This day is off already, or there are 200 days: remove some.', {
    field: 'date',
  });

export const noSuchDay = (): HubError =>
  new HubError('NOT_FOUND', 'holidays.day_not_found', 'There is no such day of the organisation.');

export const focusBackwards = (): HubError =>
  invalidInput('focus.backwards', 'The end is not after the start.', { field: 'end' });

export const focusTooLong = (hours: number): HubError =>
  invalidInput('focus.too_long', `A focus block has at most ${hours} hours: days away are an absence.`, {
    field: 'end',
  });

export const focusOver = (): HubError =>
  invalidInput('focus.over', 'This is over: give a time that is still to come.', { field: 'end' });

export const tooManyBlocks = (most: number): HubError =>
  new HubError('CONFLICT', 'focus.too_many', `You have ${most} focus blocks to come: remove some.`, { data: { most } });

export const noSuchBlock = (): HubError =>
  new HubError('NOT_FOUND', 'focus.not_found', 'There is no such focus block of yours.');
