import { type HubError, invalidInput } from '#kernel';

/** Somebody whose hours, absences and focus blocks leave nothing for a year cannot be waited for. */
export const noWorkingTime = (calendar: { timeZone: string }, fromMs: number): HubError =>
  invalidInput(
    'calendar.no_working_time',
    'This calendar has no working time in the next 366 days. Add working hours or shorten the absence.',
    { data: { from: new Date(fromMs).toISOString(), timeZone: calendar.timeZone } },
  );
