import type { WorkingCalendar, WorkingInterval } from '#working-time';
import { publicHolidays } from './public-holidays.js';

/** What a working calendar is made from; every statement that computes instants selects these columns. */
export interface CalendarColumns {
  time_zone: string;
  week: WorkingInterval[];
  days_off: { from: string; to: string; delegateId: string | null }[];
  organization_days: string[];
  focus: { start: string; end: string }[];
  holiday_region: string | null;
}

/** Select list of {@link CalendarColumns}: `m` the member. */
export const calendarColumns = `m.time_zone, m.week, m.holiday_region,
  coalesce((select jsonb_agg(jsonb_build_object('from', a.from_date, 'to', a.to_date, 'delegateId', a.delegate_id))
            from absences a where a.member_id = m.id), '[]') as days_off,
  coalesce((select jsonb_agg(o.date) from organization_days o), '[]') as organization_days,
  coalesce((select jsonb_agg(jsonb_build_object('start', f.starts_at, 'end', f.ends_at))
            from focus_blocks f where f.member_id = m.id), '[]') as focus`;

/** How far a due time may lie ahead: a calendar that has no working time for a year is refused. */
const YEARS_AHEAD = 2;

/** Hours without absences, holidays, the organisation's own days and focus blocks. @param year the present one */
export function calendarOf(row: CalendarColumns, year: number): WorkingCalendar {
  const daysOff = row.days_off.map(({ from, to }) => ({ from, to }));
  for (const date of row.organization_days) daysOff.push({ from: date, to: date });
  if (row.holiday_region) {
    for (let at = year - 1; at <= year + YEARS_AHEAD; at++) daysOff.push(...publicHolidays(row.holiday_region, at));
  }
  return {
    timeZone: row.time_zone,
    week: row.week,
    daysOff,
    focus: row.focus.map(({ start, end }) => ({ startMs: Date.parse(start), endMs: Date.parse(end) })),
  };
}
