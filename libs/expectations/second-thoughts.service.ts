import { Injectable } from '@nestjs/common';
import { CalendarService } from '#identity';
import { type Actor, globalId, HubError, type Id } from '#kernel';
import { threadConcluded } from '#threads';
import { isWorkingTime, nextWorkingTime, type WorkingCalendar } from '#working-time';
import {
  choiceNeeded,
  notAnAnswer,
  notOpen,
  notOverdue,
  notUndoable,
  notYourResponse,
  nudgedAlready,
  putOffTooFar,
  recipientIsOff,
} from './expectation.errors.js';
import { checkNote, requireAuthor, requireFuture, requireRecipient } from './response.policy.js';
import { ResponseService, UNDO_MS } from './response.service.js';
import type { OwedRow, ResponseView } from './response-view.js';
import { SecondThoughtsRepository } from './second-thoughts.repository.js';

const NUDGE_AGAIN_MS = 24 * 60 * 60_000;
const MAX_LATER_DAYS = 366;

/** What recipients and authors do beside answering: saying that it is done, taking back, putting off, reminding. */
@Injectable()
export class SecondThoughtsService {
  constructor(
    private readonly rows: SecondThoughtsRepository,
    private readonly service: ResponseService,
    private readonly calendars: CalendarService,
  ) {}

  /**
   * It is done without a post, or by one that is there. Saying it twice changes nothing.
   * @throws HubError response.not_found, response.not_yours, response.not_open, response.choice_needed, response.not_an_answer
   */
  fulfil(
    actor: Actor,
    id: Id | undefined,
    answer: { postId?: Id | null; note?: string | null },
  ): Promise<ResponseView> {
    return this.service.act(actor, id, async (owed, now) => {
      if (owed.r_recipient_id === actor.memberId && owed.r_status === 'FULFILLED') return;
      requireRecipient(actor, owed);
      if (owed.r_kind === 'DECIDE') throw choiceNeeded(owed.choices);
      const { postId } = answer;
      if (postId && !(await this.rows.isAnswer(postId, owed.r_thread_id, owed.r_post_id, actor))) throw notAnAnswer();
      const closing = { note: checkNote(answer.note, 'note'), answerPostId: postId ?? undefined };
      await this.service.fulfil(owed, actor.memberId, now, closing, postId ? 'ANSWERED' : 'DONE');
    });
  }

  /**
   * Takes back the recipient's own last act, and what it released of others; open is as it was, so twice is once.
   * @throws HubError response.not_found, response.not_yours, response.not_undoable, thread.concluded
   */
  undo(actor: Actor, id: Id | undefined): Promise<ResponseView> {
    return this.service.act(actor, id, async (owed, now) => {
      if (owed.r_recipient_id !== actor.memberId) throw notYourResponse();
      const until = owed.r_undoable_until;
      if (owed.r_status === 'OPEN' && !until) return;
      if (!until || Date.parse(until) <= now.getTime() || owed.post_deleted_at) throw notUndoable(UNDO_MS / 60_000);
      if (owed.thread_state === 'CONCLUDED') throw threadConcluded();
      // What was declined is owed no more once somebody else has answered for all.
      const isTheAnswer = owed.r_status === 'FULFILLED';
      if (!isTheAnswer && (await this.service.hasItsAnswer(owed))) throw notUndoable(UNDO_MS / 60_000);
      await this.rows.restore(owed.r_id);
      const released =
        owed.quorum === 'ANY' && isTheAnswer && owed.r_closed_at
          ? await this.rows.reopenReleased(owed.r_post_id, owed.r_id, owed.r_closed_at)
          : [];
      await this.service.record([owed.r_id], actor.memberId, 'UNDONE', now);
      await this.service.record(
        released.map((one) => one.id),
        null,
        'UNDONE',
        now,
      );
      await this.service.tellOf(released);
    });
  }

  /** Out of the recipient's inbox until then, in again with null. Nobody else learns of it. @throws HubError response.in_the_past, response.put_off_too_far */
  putOff(actor: Actor, id: Id | undefined, until: string | null): Promise<ResponseView> {
    return this.service.actAlone(actor, id, async (owed, now) => {
      requireRecipient(actor, owed);
      requireFuture(until, now.getTime(), 'until');
      if (until && Date.parse(until) - now.getTime() > MAX_LATER_DAYS * 86_400_000) throw putOffTooFar(MAX_LATER_DAYS);
      await this.rows.putOff(owed.r_id, until);
    });
  }

  /**
   * One gentle reminder: shown in the inbox at once, and first in the recipient's next digest.
   * @throws HubError expectation.not_yours, response.not_open, response.not_overdue, response.recipient_is_off, response.nudged_already
   */
  nudge(actor: Actor, id: Id | undefined): Promise<ResponseView> {
    return this.service.act(actor, id, async (owed, now) => {
      requireAuthor(actor, owed.r_author_id);
      if (owed.r_status !== 'OPEN') throw notOpen(owed.r_status);
      requireOverdue(owed, now);
      const againMs = owed.r_nudged_at ? Date.parse(owed.r_nudged_at) + NUDGE_AGAIN_MS : 0;
      if (againMs > now.getTime()) throw nudgedAlready(owed.r_nudged_at!, new Date(againMs).toISOString());
      const calendar = (await this.calendars.of([owed.r_recipient_id])).get(owed.r_recipient_id)!;
      if (!isWorkingTime(calendar, now.getTime())) {
        throw recipientIsOff(globalId('Member', owed.r_recipient_id), nextWork(calendar, now));
      }
      await this.rows.nudged(owed.r_id, now);
      await this.service.record([owed.r_id], actor.memberId, 'NUDGED', now);
    });
  }
}

function requireOverdue(owed: OwedRow, now: Date): void {
  if (!owed.r_due_at || Date.parse(owed.r_due_at) > now.getTime()) throw notOverdue(owed.r_due_at);
}

function nextWork(calendar: WorkingCalendar, now: Date): string | null {
  try {
    return new Date(nextWorkingTime(calendar, now.getTime())).toISOString();
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return null;
  }
}
