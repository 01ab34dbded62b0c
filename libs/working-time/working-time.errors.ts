import { invalidInput } from '#kernel';

export const noWorkingTime = () =>
  invalidInput('calendar.no_working_time', 'This calendar has no working time in the next 366 days.');
