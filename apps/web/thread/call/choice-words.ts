import type { I18n } from '@lingui/core';
import type { useTimes } from '../../language';
import { dayAndTime } from '../words';
import type { CallNow } from './call-query';

/** A choice as its reader knows it: the times of a call on their own clock. */
export function choiceWords(
  i18n: I18n,
  times: ReturnType<typeof useTimes>,
  call: CallNow | undefined,
  choice: string,
): string {
  if (!call) return choice;
  const time = call.times.find((one) => one.choice === choice);
  return time ? dayAndTime(i18n, times, time.start) : i18n._('None of these');
}
