import { addWorkingTime, nextWorkingTime, type WorkingCalendar, workingMsBetween } from '#working-time';

/** Nobody needs to be reminded earlier than this much working time before it is due. */
const AT_MOST_BEFORE_MS = 4 * 3_600_000;

/**
 * When the recipient is reminded, once: in working time, when half of the working time between delivery and due time is
 * left, and not before four hours of it are. Undefined where no working time is left between the two.
 * @throws HubError calendar.no_working_time
 */
export function remindAtMs(calendar: WorkingCalendar, deliverAtMs: number, dueAtMs: number): number | undefined {
  const workMs = workingMsBetween(calendar, deliverAtMs, dueAtMs);
  if (workMs <= 0) return undefined;
  const leftMs = Math.min(workMs / 2, AT_MOST_BEFORE_MS);
  // Half of it may have passed exactly at the end of a day: then the next morning.
  return nextWorkingTime(calendar, addWorkingTime(calendar, deliverAtMs, Math.round(workMs - leftMs)));
}
