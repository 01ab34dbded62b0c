import { type DeliverySettings, type DigestSchedule, shippedDeliverySettings, shippedSchedule } from '#attention';
import type { Involvement } from '#channels';
import { publicHolidays } from '#identity';
import { type WorkingCalendar, type WorkingInterval, weekdays } from '#working-time';
import type { SeededRandom } from '../../bench/seeded-random.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Forty zones: both hemispheres, halves and quarters of hours, clocks that move at midnight or by half an hour. */
export const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Lisbon',
  'Europe/Athens',
  'Europe/Istanbul',
  'Europe/Moscow',
  'Europe/Chisinau',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/Lagos',
  'Africa/Johannesburg',
  'Asia/Beirut',
  'Asia/Jerusalem',
  'Asia/Dubai',
  'Asia/Tehran',
  'Asia/Kabul',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Dhaka',
  'Asia/Yangon',
  'Asia/Bangkok',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Eucla',
  'Australia/Adelaide',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
] as const;
const regions = ['DE', 'DE-BY', 'GB', 'US', 'JP', 'IN', 'BR', 'NG', 'NZ', 'TR'];

export interface Person {
  calendar: WorkingCalendar;
  settings: DeliverySettings;
  digest: DigestSchedule;
  involvement: Involvement;
}

/** Somebody as odd as people are: part-time, split shifts, nights, days away, holidays, focus blocks. */
export function person(random: SeededRandom, n: number, fromMs: number, toMs: number): Person {
  const week = oddWeek(random);
  const someDay = () => fromMs + random.integer(0, Math.floor((toMs - fromMs) / DAY_MS)) * DAY_MS;
  const absences = Array.from({ length: random.integer(0, 3) }, () => {
    const first = someDay();
    return { from: dateOf(first), to: dateOf(first + random.integer(0, 20) * DAY_MS) };
  });
  const years = [new Date(fromMs).getUTCFullYear(), new Date(toMs).getUTCFullYear()];
  const region = random.chance(0.5) ? random.pick(regions) : undefined;
  const holidays = region ? [...new Set(years)].flatMap((year) => publicHolidays(region, year)) : [];
  const focus = Array.from({ length: random.integer(0, 6) }, () => {
    const startMs = someDay() + random.integer(0, 95) * 15 * MINUTE_MS;
    return { startMs, endMs: startMs + random.integer(1, 16) * 15 * MINUTE_MS };
  });
  const times = [...new Set(Array.from({ length: random.integer(1, 3) }, () => random.integer(0, 95) * 15))];
  return {
    calendar: {
      timeZone: zones[n % zones.length]!,
      week,
      daysOff: [...absences, ...holidays.map(({ from, to }) => ({ from, to }))],
      focus,
    },
    settings: {
      ...shippedDeliverySettings,
      batchHours: random.chance(0.3) ? random.pick([1, 2, 3, 4, 6]) : null,
      urgentMayInterrupt: random.chance(0.9),
    },
    digest: random.chance(0.5)
      ? shippedSchedule(week)
      : {
          times: times.sort((a, b) => a - b),
          days: random.sample(weekdays, random.integer(1, 7)),
          byEmail: random.chance(0.7),
          enabled: random.chance(0.95),
        },
    involvement: random.pick(['FOLLOWING', 'FOLLOWING', 'FOLLOWING', 'DIGEST', 'MUTED']),
  };
}

function oddWeek(random: SeededRandom): WorkingInterval[] {
  const start = random.integer(12, 44) * 15;
  const kind = random.next();
  const days = kind < 0.5 ? weekdays.slice(0, 5) : random.sample(weekdays, random.integer(1, 6));
  return days.flatMap((day) => {
    if (kind < 0.6) return [{ day, startMinute: start, endMinute: Math.min(1_440, start + 480) }];
    // Two halves with a long pause, a night, or four hours at some time.
    if (kind < 0.75)
      return [
        { day, startMinute: start, endMinute: start + 180 },
        { day, startMinute: start + 420, endMinute: Math.min(1_440, start + 600) },
      ];
    if (kind < 0.88) return [{ day, startMinute: 1_320, endMinute: random.integer(8, 28) * 15 }];
    const at = random.integer(0, 80) * 15;
    return [{ day, startMinute: at, endMinute: Math.min(1_440, at + 240) }];
  });
}

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
