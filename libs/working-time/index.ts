export { type Span, type WorkingCalendar, type WorkingInterval, workingSpans } from './calendar.js';
export { addWorkingTime, endOfWorkingDay, isWorkingTime, nextWorkingTime, workingMsBetween } from './counting.js';
export { formatLocalTime, parseLocalTime, type Weekday, weekdays } from './local-time.js';
export { leavesNoWorkingTime, schedule, type Timing } from './schedule.js';
export { instantOf, type LocalClock, localClock, localDate, nextLocalTime } from './wall-clock.js';
export { isTimeZone } from './zone-offsets.js';
