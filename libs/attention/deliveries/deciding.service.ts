import { Injectable } from '@nestjs/common';
import { ChannelDirectory } from '#channels';
import { remindAtMs } from '#expectations';
import { CalendarService } from '#identity';
import { HubError } from '#kernel';
import type { WorkingCalendar } from '#working-time';
import { isAboutPost, isOwnReminder } from './acts.js';
import { type DeliveryDecision, type DeliveryEvent, type DeliveryRule, decideDelivery } from './decision.js';
import { shippedDeliverySettings } from './delivery-settings.js';
import type { Candidate } from './happening.repository.js';
import { SituationRepository, type SituationRow } from './situation.repository.js';

/** A decision; with what is asked, when and why it came to stand in the inbox, where it does already. */
export interface Decided extends DeliveryDecision {
  arrived?: { at: string; rule: DeliveryRule };
}

/** Asks the one decision for many candidates, with what is true of each at this moment: three statements at most. */
@Injectable()
export class DecidingService {
  constructor(
    private readonly situations: SituationRepository,
    private readonly calendars: CalendarService,
    private readonly channels: ChannelDirectory,
  ) {}

  /** In the order of the candidates; undefined for bots, who read the API and need no delivery. */
  async decide(candidates: readonly Candidate[], nowMs: number): Promise<(Decided | undefined)[]> {
    if (candidates.length === 0) return [];
    const rows = await this.situations.of(candidates);
    const calendars = await this.calendars.of([...new Set(candidates.map(({ memberId }) => memberId))]);
    const naming = this.channels.ensure(rows.map((row) => row.channel_id));
    if (naming) await naming;
    return candidates.map((candidate, n) => {
      const row = rows[n]!;
      if (row.is_bot) return undefined;
      const calendar = calendars.get(candidate.memberId)!;
      const recipient = {
        calendar,
        settings: settingsOf(row),
        involvement: row.involvement,
        mayRead: row.may_read,
        digestIsMailed: row.digest_is_mailed && row.has_address,
        nextDigestMs: row.next_digest_at ? Date.parse(row.next_digest_at) : null,
      };
      const { agreement } = this.channels.get(row.channel_id);
      const event = eventOf(candidate, row, calendar);
      const decision = decideDelivery(event, recipient, agreement, nowMs);
      const at = arrivalOf(event, row, nowMs);
      if (!at) return decision;
      // It stands in the inbox since its hour, whatever became of it, and however late the worker looks.
      const then = { ...event, isSettled: false, isRead: false };
      const { rule } = decideDelivery(then, { ...recipient, mayRead: true }, agreement, Date.parse(at));
      return { ...decision, arrived: { at, rule } };
    });
  }
}

const settingsOf = (row: SituationRow) => ({
  batchHours: row.batch_hours,
  emailFor: row.has_address ? (row.email_for ?? shippedDeliverySettings.emailFor) : [],
  pushFor: row.push_for ?? shippedDeliverySettings.pushFor,
  webhookFor: row.webhook_for ?? shippedDeliverySettings.webhookFor,
  urgentMayInterrupt: row.urgent_may_interrupt,
});

function eventOf(candidate: Candidate, row: SituationRow, calendar: WorkingCalendar): DeliveryEvent {
  const { kind } = candidate;
  const event = {
    kind,
    atMs: Date.parse(candidate.happenedAt),
    isOwn: kind !== 'REMINDER' && candidate.actorId === candidate.memberId,
    isSettled: isSettled(kind, row),
    // Reading a post is reading what it says; that it was declined, or concluded, stands elsewhere.
    isRead: row.is_read && isAboutPost(candidate),
  };
  if (kind === 'ASKED' || kind === 'URGENT') return { ...event, notBeforeMs: msOf(row.deliver_at) };
  if (kind !== 'REMINDER' || !isOwnReminder(candidate)) return event;
  const dueMs = msOf(row.due_at);
  if (dueMs === null) return { ...event, isSettled: true };
  // Without a working minute before it is due, its hour is the due time: too late.
  const atMs = hourOfReminder(calendar, msOf(row.deliver_at)!, dueMs) ?? dueMs;
  return { ...event, atMs, uselessFromMs: dueMs, notBeforeMs: msOf(row.later_until) };
}

/** Since when what is asked stands in the inbox; null where it does not, or never did. */
function arrivalOf({ kind }: DeliveryEvent, row: SituationRow, nowMs: number): string | null {
  if ((kind !== 'ASKED' && kind !== 'URGENT') || !row.deliver_at) return null;
  if (row.delivered_at) return row.deliver_at;
  return row.status === 'OPEN' && Date.parse(row.deliver_at) <= nowMs ? row.deliver_at : null;
}

function isSettled(kind: Candidate['kind'], row: SituationRow): boolean {
  switch (kind) {
    case 'CONCLUDED':
      return !row.is_concluded;
    case 'ANSWERED':
      // The act was taken back, or the answer away.
      return row.status === 'OPEN' || row.post_deleted;
    case 'MENTIONED':
    case 'FOLLOWED':
      return row.post_deleted;
    default:
      return row.post_deleted || (row.status !== null && row.status !== 'OPEN');
  }
}

function hourOfReminder(calendar: WorkingCalendar, deliverMs: number, dueMs: number): number | undefined {
  try {
    return remindAtMs(calendar, deliverMs, dueMs);
  } catch (error) {
    if (error instanceof HubError && error.reason === 'calendar.no_working_time') return undefined;
    throw error;
  }
}

const msOf = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant));
