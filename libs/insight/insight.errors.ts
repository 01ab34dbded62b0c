import { HubError, invalidInput } from '#kernel';

export const notAPeriod = (): HubError =>
  invalidInput('insight.not_a_period', 'Give the Monday of a week, or the first day of a month.', { field: 'start' });

export const notSettled = (): HubError =>
  new HubError(
    'CONFLICT',
    'insight.not_settled',
    'This period is too young: its figures are told one week after its end, and then stay as they are.',
    { field: 'start' },
  );

export const badBalancePeriod = (weeks: number): HubError =>
  invalidInput('insight.bad_period', `Give a period of at most ${weeks} weeks, its end after its start.`, {
    field: 'to',
    data: { weeks },
  });
