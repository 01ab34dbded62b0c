import { Injectable } from '@nestjs/common';
import { ChannelService, noSuchChannel } from '#channels';
import { MemberDirectory, type MemberEntry } from '#identity';
import { type Actor, Clock, type Id } from '#kernel';
import { isWorkingTime, leavesNoWorkingTime, localClock } from '#working-time';
import { type Advice, adviceFor } from './advice.js';
import { type AskInput, checkChoices, instantsFor } from './ask.js';
import { AskService } from './ask.service.js';
import { inThePast } from './expectation.errors.js';
import { timingOf } from './timing.js';

export interface RecipientPreview {
  member: MemberEntry;
  /** Wall clock at the recipient when the post is published: 2026-11-23T18:20. */
  localTime: string;
  isWorkingTime: boolean;
  deliverAt: string;
  dueAt: string | null;
}

export interface ExpectationPreview {
  recipients: RecipientPreview[];
  advice: Advice[];
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
    checkChoices(input.kind, input.choices);
    const asksNobody = input.kind === 'FYI' && !input.recipientIds?.length;
    const candidates = asksNobody ? [] : await this.asks.recipients(actor.memberId, channel, input.recipientIds, []);
    await this.directory.ensure(candidates.map(({ id }) => id));
    const considered = candidates.map(({ id, name, calendar }) => ({
      id,
      name,
      calendar,
      isWorkingTime: isWorkingTime(calendar, publishedMs),
      leavesNoWorkingTime: leavesNoWorkingTime(calendar, publishedMs, timing),
      ...instantsFor(calendar, publishedMs, timing),
    }));
    return {
      recipients: considered.map(({ id, calendar, isWorkingTime: works, deliverAt, dueAt }) => ({
        member: this.directory.get(id),
        localTime: wallClock(calendar.timeZone, publishedMs),
        isWorkingTime: works,
        deliverAt,
        dueAt,
      })),
      advice: adviceFor(timing, considered),
      urgentBudgetLeft: await this.asks.urgentBudgetLeft(actor.memberId, channel.agreement.urgentBudgetPerWeek, nowMs),
    };
  }
}

function wallClock(timeZone: string, atMs: number): string {
  const { date, minute } = localClock(timeZone, atMs);
  return `${date}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
