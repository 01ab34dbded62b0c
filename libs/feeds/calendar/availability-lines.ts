import { type Weekday, type WorkingInterval, weekdays } from '#working-time';
import { textValue } from './content-lines.js';

const DAY_MS = 86_400_000;
const icalDays: Record<Weekday, string> = {
  MONDAY: 'MO',
  TUESDAY: 'TU',
  WEDNESDAY: 'WE',
  THURSDAY: 'TH',
  FRIDAY: 'FR',
  SATURDAY: 'SA',
  SUNDAY: 'SU',
};

export interface Availability {
  uid: string;
  timeZone: string;
  week: readonly WorkingInterval[];
  /** A local date from which the hours hold; 2026-11-23. */
  from: string;
  /** When the hours were set, as a value of a calendar. */
  stamp: string;
}

/**
 * Working hours as the time in which somebody can be asked, wall-clock times of their zone, week after week: one part
 * for all weekdays with the same interval. All else is unavailable.
 * @see RFC 7953
 */
export function availabilityLines({ uid, timeZone, week, from, stamp }: Availability): string[] {
  const monday = mondayOf(from);
  return [
    'BEGIN:VAVAILABILITY',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `DTSTART;TZID=${timeZone}:${dateText(monday)}T000000`,
    'BUSYTYPE:BUSY-UNAVAILABLE',
    `SUMMARY:${textValue('Working hours')}`,
    ...byInterval(week).flatMap(({ startMinute, endMinute, days }) => {
      const day = monday + days[0]! * DAY_MS;
      return [
        'BEGIN:AVAILABLE',
        `UID:${startMinute}-${endMinute}-${uid}`,
        `DTSTAMP:${stamp}`,
        `DTSTART;TZID=${timeZone}:${wallText(day, startMinute)}`,
        // An interval past midnight ends on the day after.
        `DTEND;TZID=${timeZone}:${wallText(endMinute <= startMinute ? day + DAY_MS : day, endMinute)}`,
        `RRULE:FREQ=WEEKLY;BYDAY=${days.map((index) => icalDays[weekdays[index]!]).join(',')}`,
        `SUMMARY:${textValue('Working')}`,
        'END:AVAILABLE',
      ];
    }),
    'END:VAVAILABILITY',
  ];
}

interface IntervalOfDays {
  startMinute: number;
  endMinute: number;
  /** 0 is Monday; in order. */
  days: number[];
}

function byInterval(week: readonly WorkingInterval[]): IntervalOfDays[] {
  const found = new Map<string, IntervalOfDays>();
  for (const { day, startMinute, endMinute } of week) {
    const same = found.get(`${startMinute} ${endMinute}`);
    const index = weekdays.indexOf(day);
    if (same) same.days.push(index);
    else found.set(`${startMinute} ${endMinute}`, { startMinute, endMinute, days: [index] });
  }
  return [...found.values()].map((one) => ({ ...one, days: [...new Set(one.days)].sort((a, b) => a - b) }));
}

/** The midnight, as if it were of UTC, of the Monday of a date's week. */
function mondayOf(date: string): number {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return ms - ((new Date(ms).getUTCDay() + 6) % 7) * DAY_MS;
}

const dateText = (ms: number): string => new Date(ms).toISOString().slice(0, 10).replaceAll('-', '');

function wallText(dayMs: number, minute: number): string {
  const text = new Date(dayMs + minute * 60_000).toISOString();
  return `${text.slice(0, 19).replace(/[-:]/g, '')}`;
}
