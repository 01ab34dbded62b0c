import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { type Actor, type Id, newId } from '#kernel';
import { instantsOf } from './ask.js';
import { AskRepository } from './ask.repository.js';
import { alreadyAsked, cannotDelegateThere } from './expectation.errors.js';
import {
  acknowledgementFulfils,
  checkNote,
  requireAuthor,
  requireChoice,
  requireFuture,
  requireProposal,
  requireReason,
  requireRecipient,
} from './response.policy.js';
import { ResponseRepository } from './response.repository.js';
import { ResponseService, UNDO_MS } from './response.service.js';
import type { OwedRow, ResponseView } from './response-view.js';
import { timingOfColumns } from './timing.js';

const undoableFrom = (now: Date): Date => new Date(now.getTime() + UNDO_MS);

/** What recipients do with what they owe, and authors with what was proposed to them. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly responses: ResponseRepository,
    private readonly service: ResponseService,
    private readonly asks: AskRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws HubError response.not_found, response.not_yours, response.not_open, response.in_the_past */
  acknowledge(actor: Actor, id: Id | undefined, promisedAt: string | null): Promise<ResponseView> {
    return this.service.act(actor, id, async (owed, now) => {
      requireRecipient(actor, owed);
      requireFuture(promisedAt, now.getTime(), 'promisedAt');
      const promised = promisedAt ? new Date(promisedAt) : undefined;
      if (acknowledgementFulfils(owed)) {
        return this.service.fulfil(owed, actor.memberId, now, { acknowledgedAt: now, promisedAt: promised });
      }
      await this.responses.promise(owed.r_id, now, promised ?? null, undoableFrom(now));
      await this.responses.record([owed.r_id], actor.memberId, 'ACKNOWLEDGED', now, () => ({ promisedAt }));
    });
  }

  /** @throws HubError response.not_a_decision, response.no_such_choice and as {@link acknowledge} */
  decide(actor: Actor, id: Id | undefined, choice: string, note: string | null): Promise<ResponseView> {
    return this.service.act(actor, id, async (owed, now) => {
      requireRecipient(actor, owed);
      requireChoice(owed, choice);
      await this.service.fulfil(owed, actor.memberId, now, { choice, note: checkNote(note, 'note') });
    });
  }

  /** @throws HubError response.reason_missing and as {@link acknowledge} */
  decline(actor: Actor, id: Id | undefined, reason: string): Promise<ResponseView> {
    return this.service.act(actor, id, async (owed, now) => {
      requireRecipient(actor, owed);
      const note = requireReason(reason, 'reason');
      const undoableUntil = undoableFrom(now);
      await this.responses.close([owed.r_id], { status: 'DECLINED', at: now, note, undoableUntil });
      await this.responses.record([owed.r_id], actor.memberId, 'DECLINED', now, () => ({ note }));
    });
  }

  /**
   * Hands over to somebody else, who then owes on their own calendar, counted from now. Everybody who was ever asked
   * for a post has a record of it, so a chain never comes back to a person in it.
   * @throws HubError response.cannot_delegate_there, response.already_asked, calendar.no_working_time
   */
  delegate(actor: Actor, id: Id | undefined, toMemberId: Id | undefined, note: string | null): Promise<ResponseView> {
    return this.unitOfWork.run(async () => {
      // The member before the thread: in the order in which somebody's leaving locks them.
      const isThere = toMemberId !== undefined && (await this.asks.hold(toMemberId));
      return this.service.act(actor, id, (owed, now) =>
        this.handOver(actor, owed, isThere ? toMemberId : undefined, note, now),
      );
    });
  }

  private async handOver(
    actor: Actor,
    owed: OwedRow,
    toMemberId: Id | undefined,
    note: string | null,
    now: Date,
  ): Promise<void> {
    requireRecipient(actor, owed);
    if (!toMemberId || toMemberId === owed.r_author_id) throw cannotDelegateThere();
    if ((await this.responses.recipientsOfPost(owed.r_post_id)).includes(toMemberId)) throw alreadyAsked();
    const [delegate] = await this.asks.named([toMemberId], owed.channel_id);
    if (!delegate) throw cannotDelegateThere();
    const planned = {
      id: newId(),
      recipientId: toMemberId,
      ...instantsOf(delegate, now.getTime(), timingOfColumns(owed)),
    };
    await this.responses.insert(planned, owed.r_id, now);
    await this.responses.close([owed.r_id], {
      status: 'DELEGATED',
      at: now,
      note: checkNote(note, 'note'),
      delegatedToId: planned.id,
    });
    await this.responses.record([owed.r_id], actor.memberId, 'DELEGATED', now, () => ({ to: planned.id }));
    await this.responses.record([planned.id], actor.memberId, 'ASKED', now, () => ({ insteadOf: owed.r_id }));
    await this.service.tell([{ ...owed, r_id: planned.id, r_recipient_id: toMemberId }]);
  }

  /** @throws HubError response.in_the_past and as {@link acknowledge} */
  propose(actor: Actor, id: Id | undefined, dueAt: string, note: string | null): Promise<ResponseView> {
    return this.service.act(actor, id, async (owed, now) => {
      requireRecipient(actor, owed);
      requireFuture(dueAt, now.getTime(), 'dueAt');
      const checked = checkNote(note, 'note');
      await this.responses.propose(owed.r_id, dueAt, checked, now);
      await this.responses.record([owed.r_id], actor.memberId, 'PROPOSED', now, () => ({ dueAt, note: checked }));
    });
  }

  /** @throws HubError expectation.not_yours, response.nothing_proposed, response.not_open */
  answerProposal(actor: Actor, id: Id | undefined, accept: boolean): Promise<ResponseView> {
    return this.service.act(actor, id, async (owed, now) => {
      requireAuthor(actor, owed.r_author_id);
      requireProposal(owed);
      await this.responses.answerProposal(owed.r_id, accept);
      await this.responses.record([owed.r_id], actor.memberId, accept ? 'PROPOSAL_ACCEPTED' : 'PROPOSAL_REFUSED', now);
    });
  }
}
