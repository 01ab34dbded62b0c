export type { WorkingCalendar, WorkingInterval } from './calendar.js';
export { addWorkingTime, isWorkingTime, nextWorkingTime, workingMsBetween, workingSpans } from './counting.js';
export { formatLocalTime, parseLocalTime, type Weekday, weekdays } from './local-time.js';
export { leavesNoWorkingTime, type Schedule, schedule, type Timing } from './schedule.js';
export type { Span } from './span.js';
export { isTimeZone } from './time-zone.js';
export { instantOf, type LocalClock, localClock, localDate, nextLocalTime } from './wall-clock.js';
export { endOfWorkingDay } from './working-day.js';
export { noWorkingTime } from './working-time.errors.js';
