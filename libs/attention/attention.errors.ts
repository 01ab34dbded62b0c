import { HubError, invalidInput } from '#kernel';

export const badDigestTimes = (most: number): HubError =>
  invalidInput('digest.bad_times', `Give 1 to ${most} different times of day.`, { field: 'times', data: { most } });

export const badDigestDays = (): HubError =>
  invalidInput('digest.bad_days', 'Give at least one day of the week, each once.', { field: 'days' });

export const badPeriod = (mostDays: number): HubError =>
  invalidInput('digest.bad_period', `Give a period that ends after it starts, of at most ${mostDays} days.`, {
    field: 'periodEnd',
    data: { mostDays },
  });
