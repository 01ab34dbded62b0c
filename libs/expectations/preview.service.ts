import { Injectable } from '@nestjs/common';
import { ChannelService, noSuchChannel } from '#channels';
import { MemberDirectory, type MemberEntry, type TimeSpan, workingTimes } from '#identity';
import { type Actor, Clock, type Id } from '#kernel';
import {
  isWorkingTime,
  leavesNoWorkingTime,
  localClock,
  localDate,
  type WorkingCalendar,
  workingMsBetween,
} from '#working-time';
import { adviceFor } from './advice.js';
import { adviceView } from './advice-view.js';
import { type AskInput, type Candidate, checkChoices, instantsOf, namesSomebody } from './ask.js';
import { AskService } from './ask.service.js';
import { inThePast, urgentIsNow } from './expectation.errors.js';
import type { AdviceType } from './expectation.type.js';
import { timingOf } from './timing.js';

export interface RecipientPreview {
  member: MemberEntry;
  /** Wall clock at the recipient when the post is published: 2026-11-23T18:20. */
  localTime: string;
  isWorkingTime: boolean;
  deliverAt: string;
  dueAt: string | null;
  /** Working intervals from now to dueAt, or of two days; at most 60. */
  ribbon: TimeSpan[];
  workingHoursUntilDue: number | null;
  urgentMuted: boolean;
  timeZone: string;
}

/** What the ribbon shows of a recipient who has no due time. */
const RIBBON_MS = 2 * 86_400_000;
const MOST_INTERVALS = 60;

export interface ExpectationPreview {
  recipients: RecipientPreview[];
  advice: AdviceType[];
  urgentBudgetLeft: number;
}

/** What an expectation would mean for each person, before anything is sent: the same rules as sending, nothing written. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly asks: AskService,
    private readonly channels: ChannelService,
    private readonly directory: MemberDirectory,
    private readonly clock: Clock,
  ) {}

  /** @throws HubError channel.not_found, expectation.* except those of the urgent gate, calendar.no_working_time */
  async preview(
    actor: Actor,
    channelId: Id | undefined,
    input: AskInput,
    publishAt: string | null,
  ): Promise<ExpectationPreview> {
    const channel = channelId && (await this.channels.find(actor, channelId));
    if (!channel) throw noSuchChannel();
    const nowMs = this.clock.nowMs();
    const publishedMs = publishAt ? Date.parse(publishAt) : nowMs;
    if (publishedMs < nowMs) throw inThePast('publishAt');
    const timing = timingOf(input.timing, publishedMs, channel.agreement.urgentWindowMinutes);
    if (timing.kind === 'NOW' && publishedMs > nowMs) throw urgentIsNow();
    checkChoices(input.kind, input.choices);
    const asksNobody = input.kind === 'FYI' && !namesSomebody(input);
    const candidates = asksNobody ? [] : await this.asks.recipients(actor.memberId, channel, input, []);
    await this.directory.ensure([actor.memberId, ...candidates.map(({ id }) => id)]);
    const delegates = await this.delegates(actor, channel.key, candidates, publishedMs);
    const considered = candidates.map((candidate) => ({
      ...candidate,
      delegate: delegates.get(candidate.id),
      isWorkingTime: isWorkingTime(candidate.calendar, publishedMs),
      leavesNoWorkingTime: leavesNoWorkingTime(candidate.calendar, publishedMs, timing),
      ...instantsOf(candidate, publishedMs, timing),
    }));
    return {
      recipients: considered.map(({ id, calendar, isWorkingTime: works, deliverAt, dueAt, urgentMuted }) => ({
        member: this.directory.get(id),
        localTime: wallClock(calendar.timeZone, publishedMs),
        isWorkingTime: works,
        deliverAt,
        dueAt,
        ribbon: workingTimes(calendar, nowMs, dueAt ? Date.parse(dueAt) : nowMs + RIBBON_MS, MOST_INTERVALS),
        workingHoursUntilDue: dueAt === null ? null : workingHours(calendar, deliverAt, dueAt),
        urgentMuted,
        timeZone: calendar.timeZone,
      })),
      advice: adviceFor({ timing, publishedMs, timeZone: this.directory.get(actor.memberId).timeZone }, considered).map(
        adviceView,
      ),
      urgentBudgetLeft: await this.asks.urgentBudgetLeft(actor.memberId, channel.agreement.urgentBudgetPerWeek, nowMs),
    };
  }

  /** Who stands in for whom on the day of publication, where they can be asked in this channel. */
  private async delegates(
    actor: Actor,
    channelId: Id,
    candidates: readonly Candidate[],
    publishedMs: number,
  ): Promise<Map<Id, Candidate>> {
    const named = candidates.flatMap((candidate) => {
      const date = localDate(candidate.calendar.timeZone, publishedMs);
      const delegateId = candidate.absences.find(({ from, to }) => from <= date && date <= to)?.delegateId;
      return delegateId && delegateId !== actor.memberId ? [{ forId: candidate.id, delegateId }] : [];
    });
    const askable = await this.asks.askable([...new Set(named.map(({ delegateId }) => delegateId))], channelId);
    const byId = new Map(askable.map((one) => [one.id, one]));
    return new Map(
      named.flatMap(({ forId, delegateId }) => {
        const delegate = byId.get(delegateId);
        return delegate ? [[forId, delegate] as const] : [];
      }),
    );
  }
}

const workingHours = (calendar: WorkingCalendar, from: string, to: string): number =>
  workingMsBetween(calendar, Date.parse(from), Date.parse(to)) / 3_600_000;

function wallClock(timeZone: string, atMs: number): string {
  const { date, minute } = localClock(timeZone, atMs);
  return `${date}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
