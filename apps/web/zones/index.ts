export { addDays, instantAt, type Local, localAt, weekdayOf } from './zoned';
