import { type Timing, type WorkingCalendar, workingMsBetween } from '#working-time';

/** A hint before sending: a stable code for clients, a sentence for people. */
export interface Advice {
  code: 'NO_WORKING_TIME_BEFORE_DUE' | 'OUTSIDE_WORKING_HOURS' | 'KINDER_TIMING' | 'SMALLER_CIRCLE';
  message: string;
}

interface Considered {
  name: string;
  calendar: WorkingCalendar;
  isWorkingTime: boolean;
  leavesNoWorkingTime: boolean;
  deliverAt: string;
  dueAt: string | null;
}

/** From this many recipients on, the hub asks whether all of them have to answer. */
const LARGE_CIRCLE = 10;
/** Less than this much working time to answer is not much. */
const SHORT_MS = 30 * 60_000;

/** What a kind colleague would say about an expectation, from the recipients' calendars alone. */
export function adviceFor(timing: Timing, recipients: readonly Considered[]): Advice[] {
  const advice: Advice[] = [];
  const without = recipients.filter((one) => one.leavesNoWorkingTime);
  if (without.length > 0) {
    advice.push({
      code: 'NO_WORKING_TIME_BEFORE_DUE',
      message: `${names(without)} ${without.length === 1 ? 'has' : 'have'} no working time before it is due.`,
    });
  }
  const away = recipients.filter((one) => !one.isWorkingTime);
  if (away.length > 0) {
    const everyone =
      away.length === recipients.length ? (away.length === 1 ? away[0]!.name : 'Everybody') : names(away);
    const single = away.length === 1 || everyone === 'Everybody';
    advice.push({
      code: 'OUTSIDE_WORKING_HOURS',
      message:
        timing.kind === 'NOW'
          ? `${everyone} ${single ? 'is' : 'are'} outside working hours and would be interrupted.`
          : `${everyone} ${single ? 'is' : 'are'} outside working hours: it arrives when they are back.`,
    });
  }
  const rushed = timing.kind === 'BY' ? recipients.filter((one) => !one.leavesNoWorkingTime && isRushed(one)) : [];
  if (rushed.length > 0 || (timing.kind === 'NOW' && away.length > 0)) {
    advice.push({
      code: 'KINDER_TIMING',
      message: 'Within one working day would reach each of them in their own hours.',
    });
  }
  if (recipients.length >= LARGE_CIRCLE) {
    advice.push({
      code: 'SMALLER_CIRCLE',
      message: `This asks ${recipients.length} people. Whose answer do you need?`,
    });
  }
  return advice;
}

const isRushed = ({ calendar, deliverAt, dueAt }: Considered): boolean =>
  dueAt !== null && workingMsBetween(calendar, Date.parse(deliverAt), Date.parse(dueAt)) < SHORT_MS;

function names(people: readonly { name: string }[]): string {
  const shown = people.slice(0, 3).map(({ name }) => name);
  const more = people.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
