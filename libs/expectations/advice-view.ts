import { globalId, type Id } from '#kernel';
import type { Timing } from '#working-time';
import type { Advice } from './advice.js';
import type { AdviceType, SuggestedTimingType } from './expectation.type.js';

const memberId = (id: Id): string => globalId('Member', id);

/** An advice as the API shows it. */
export const adviceView = ({
  code,
  message,
  memberIds,
  suggestedTiming,
  suggestedRecipientIds,
  at,
  times,
}: Advice): AdviceType => ({
  code,
  message,
  memberIds: memberIds.map(memberId),
  suggestedTiming: suggestedTiming ? timingView(suggestedTiming) : null,
  suggestedRecipientIds: suggestedRecipientIds?.map(memberId) ?? null,
  at: at ?? null,
  times: (times ?? []).map(({ startMs, endMs }) => ({
    start: new Date(startMs).toISOString(),
    end: new Date(endMs).toISOString(),
  })),
});

const timingView = (timing: Timing): SuggestedTimingType => ({
  kind: timing.kind,
  workingHours: timing.kind === 'WITHIN_WORKING_HOURS' ? timing.hours : null,
  workingDays: timing.kind === 'WITHIN_WORKING_DAYS' ? timing.days : null,
  by: timing.kind === 'BY' ? new Date(timing.byMs).toISOString() : null,
});
