import { Injectable } from '@nestjs/common';
import { AgreementService, type ChannelEntry } from '#channels';
import { CalendarService, GroupService, requirePermission } from '#identity';
import { type Actor, Clock, globalId, HubError, type Id, newId } from '#kernel';
import { instantOf, isWorkingTime, localClock, localDate, type Timing, weekdays } from '#working-time';
import {
  type Ask,
  type AskInput,
  type Candidate,
  checkChoices,
  instantsFor,
  instantsOf,
  namesSomebody,
  type PlannedResponse,
} from './ask.js';
import { AskRepository } from './ask.repository.js';
import {
  type Interruption,
  noRecipients,
  noWorkingTime,
  tooManyRecipients,
  unknownRecipient,
  urgencyNotJustified,
  urgentBudgetSpent,
  urgentIsNow,
  urgentNotAllowed,
} from './expectation.errors.js';
import { isJustified, timingOf } from './timing.js';

const DAY_MS = 86_400_000;

const nothingAsked = {
  urgencyReason: null,
  quorum: 'EACH',
  choices: [],
  responses: [],
  informedIds: [],
  interruptedIds: [],
} as const;

/** Turns what an author asks for into what each recipient will owe, on that person's own calendar. */
@Injectable()
export class AskService {
  constructor(
    private readonly asks: AskRepository,
    private readonly calendars: CalendarService,
    private readonly groups: GroupService,
    private readonly agreements: AgreementService,
    private readonly clock: Clock,
  ) {}

  /**
   * The checked expectation of a post to be published at an instant. An FYI without timing needs no statement.
   * @param mentionedIds who is asked where the author names nobody
   * @throws HubError expectation.* and calendar.no_working_time
   */
  async plan(
    actor: Actor,
    channel: ChannelEntry,
    input: AskInput | null | undefined,
    mentionedIds: readonly Id[],
    publishedMs: number,
  ): Promise<Ask> {
    const kind = input?.kind ?? (actor.isBot ? 'FYI' : channel.agreement.defaultKind);
    const timing = timingOf(input?.timing, publishedMs, channel.agreement.urgentWindowMinutes);
    const choices = checkChoices(kind, input?.choices);
    const isUrgent = timing.kind === 'NOW';
    if (isUrgent && publishedMs > this.clock.nowMs()) throw urgentIsNow();
    if (kind === 'FYI' && !isUrgent && !namesSomebody(input)) return { ...nothingAsked, kind, timing };
    const candidates = await this.recipients(actor.memberId, channel, input, mentionedIds);
    const interrupted = isUrgent ? this.interrupted(candidates, publishedMs) : [];
    if (isUrgent) await this.gate(actor, channel, input!, interrupted, publishedMs);
    return {
      kind,
      timing,
      urgencyReason: input?.timing?.now?.reason.trim() ?? null,
      quorum: input?.quorum ?? 'EACH',
      choices,
      responses: kind === 'FYI' ? [] : candidates.map((candidate) => this.owed(candidate, publishedMs, timing)),
      informedIds: kind === 'FYI' ? candidates.map(({ id }) => id) : [],
      interruptedIds: interrupted.map(({ id }) => id),
    };
  }

  /** What an FYI is, without a look at channel or calendars; undefined for what needs one: any other kind, names, and NOW. */
  fyi(input: AskInput | null | undefined, publishedMs: number): Ask | undefined {
    if (input && (input.kind !== 'FYI' || namesSomebody(input) || input.timing?.now)) return undefined;
    checkChoices('FYI', input?.choices);
    return { ...nothingAsked, kind: 'FYI', timing: timingOf(input?.timing, publishedMs, 0) };
  }

  /** What recipients owe for a post whose hour has come; who has left meanwhile, or never works, owes nothing. */
  async planAgain(
    recipientIds: readonly Id[],
    channelId: Id,
    publishedMs: number,
    timing: Timing,
  ): Promise<PlannedResponse[]> {
    const candidates = recipientIds.length > 0 ? await this.asks.named(recipientIds, channelId) : [];
    return candidates.flatMap((candidate) => {
      try {
        return [this.owed(candidate, publishedMs, timing)];
      } catch (error) {
        // Without working time nothing can be owed; the others are asked all the same.
        if (error instanceof HubError && error.reason === 'calendar.no_working_time') return [];
        throw error;
      }
    });
  }

  /**
   * Whom a post asks: those named, and whoever of a named group can read the channel; else those mentioned, else the channel's people; never its author.
   * @throws HubError expectation.no_recipients, expectation.unknown_recipient, expectation.too_many_recipients
   */
  async recipients(
    authorId: Id,
    channel: ChannelEntry,
    input: Pick<AskInput, 'recipientIds' | 'groupIds'> | null | undefined,
    mentionedIds: readonly Id[],
  ): Promise<Candidate[]> {
    const most = channel.agreement.maxRecipients;
    const named = input?.recipientIds ?? [];
    const isNamed = namesSomebody(input);
    const asked = new Set(isNamed ? [...named, ...(await this.ofGroups(input?.groupIds ?? []))] : mentionedIds);
    asked.delete(authorId);
    if (asked.size > most) throw tooManyRecipients(asked.size, most);
    if (asked.size > 0) {
      const found = await this.asks.named([...asked], channel.key);
      const missing = named.filter((id) => id !== authorId && !found.some((candidate) => candidate.id === id));
      if (missing.length > 0) throw unknownRecipient(missing.map((id) => globalId('Member', id)));
      if (found.length > 0) return found;
    }
    if (isNamed) throw noRecipients();
    const everyone = await this.asks.ofChannel(channel.key, authorId, most + 1);
    if (everyone.length > most) throw tooManyRecipients(await this.asks.countOfChannel(channel.key, authorId), most);
    if (everyone.length === 0) throw noRecipients();
    return everyone;
  }

  private async ofGroups(groupIds: readonly Id[]): Promise<Id[]> {
    if (groupIds.length === 0) return [];
    const members = await this.groups.membersOf(groupIds);
    const missing = groupIds.filter((id) => !members.has(id));
    if (missing.length > 0) throw unknownRecipient(missing.map((id) => globalId('Group', id)));
    return [...members.values()].flat();
  }

  /** Those of these people who can be asked in a channel. */
  askable(memberIds: readonly Id[], channelId: Id): Promise<Candidate[]> {
    return memberIds.length > 0 ? this.asks.named(memberIds, channelId) : Promise.resolve([]);
  }

  /** Urgent posts that the author may still write this week, which starts on Monday in their own zone. */
  async urgentBudgetLeft(authorId: Id, perWeek: number, nowMs: number): Promise<number> {
    const calendar = (await this.calendars.of([authorId])).get(authorId)!;
    const { weekday } = localClock(calendar.timeZone, nowMs);
    const monday = localDate(calendar.timeZone, nowMs - weekdays.indexOf(weekday) * DAY_MS);
    const spent = await this.asks.urgentSince(authorId, new Date(instantOf(calendar.timeZone, monday, 0)));
    return Math.max(0, perWeek - spent);
  }

  /**
   * The gate's count once more, alone: two urgent posts of one author wait for each other here. Within the transaction
   * that writes the post.
   * @throws HubError expectation.urgent_budget_spent
   */
  async spendUrgent(authorId: Id, perWeek: number, nowMs: number): Promise<void> {
    await this.asks.holdUrgentBudget(authorId);
    if ((await this.urgentBudgetLeft(authorId, perWeek, nowMs)) === 0) throw urgentBudgetSpent(perWeek);
  }

  /** The same under the organisation's agreement, now. */
  async urgentBudgetLeftOfOrganization(memberId: Id): Promise<number> {
    const { urgentBudgetPerWeek } = await this.agreements.ofOrganization();
    return this.urgentBudgetLeft(memberId, urgentBudgetPerWeek, this.clock.nowMs());
  }

  private async gate(
    actor: Actor,
    channel: ChannelEntry,
    input: AskInput,
    interrupted: readonly Candidate[],
    nowMs: number,
  ): Promise<void> {
    requirePermission(actor, 'SEND_URGENT');
    if (!channel.agreement.urgentAllowed) throw urgentNotAllowed();
    if (!isJustified(input.timing!.now!)) throw urgencyNotJustified(interrupted.map((one) => interruption(one, nowMs)));
    const perWeek = channel.agreement.urgentBudgetPerWeek;
    if ((await this.urgentBudgetLeft(actor.memberId, perWeek, nowMs)) === 0) throw urgentBudgetSpent(perWeek);
  }

  private interrupted(candidates: readonly Candidate[], atMs: number): Candidate[] {
    return candidates.filter(({ calendar, urgentMuted }) => !urgentMuted && !isWorkingTime(calendar, atMs));
  }

  private owed(candidate: Candidate, publishedMs: number, timing: Timing): PlannedResponse {
    const { id, name } = candidate;
    try {
      return { id: newId(), recipientId: id, ...instantsOf(candidate, publishedMs, timing) };
    } catch (error) {
      if (error instanceof HubError && error.reason === 'calendar.no_working_time')
        throw noWorkingTime(globalId('Member', id), name);
      throw error;
    }
  }
}

function interruption({ id, name, calendar }: Candidate, nowMs: number): Interruption {
  const { date, minute } = localClock(calendar.timeZone, nowMs);
  let wouldDeliverAt: string | null = null;
  try {
    wouldDeliverAt = instantsFor(calendar, nowMs, { kind: 'WHENEVER' }).deliverAt;
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
  }
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return { memberId: globalId('Member', id), name, localTime: `${date}T${time}`, wouldDeliverAt };
}
