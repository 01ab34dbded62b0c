import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { UnitOfWork } from '#database';
import type { HubContext } from '#graph';
import { type Actor, Clock, groupBy, type Id } from '#kernel';
import { LiveChanges, NamesService } from '#threads';
import { noSuchResponse } from './expectation.errors.js';
import { type Closing, ResponseRepository } from './response.repository.js';
import { type OwedRow, type ResponseRow, type ResponseView, responseView } from './response-view.js';

/** How long a recipient may take their own last act back. */
export const UNDO_MS = 5 * 60_000;

/** Reading expected responses, and the frame that every act on one runs in. */
@Injectable()
export class ResponseService {
  constructor(
    private readonly responses: ResponseRepository,
    private readonly names: NamesService,
    private readonly live: LiveChanges,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, id: Id): Promise<ResponseView | undefined> {
    return (await this.views(await this.responses.visible([id], actor)))[0];
  }

  loader(context: HubContext): DataLoader<Id, ResponseView | undefined> {
    return context.loader('response', async (ids: readonly Id[]) => {
      const views = await this.views(await this.responses.visible(ids, context.signedIn));
      const byId = new Map(views.map((view) => [view.key, view]));
      return ids.map((id) => byId.get(id));
    });
  }

  /** By post; who reads the post may see who owes what for it. */
  ofPosts(context: HubContext): DataLoader<Id, ResponseView[]> {
    return context.loader('post.responses', async (postIds: readonly Id[]) => {
      const byPost = groupBy(await this.views(await this.responses.ofPosts(postIds)), (view) => view.postKey);
      return postIds.map((id) => byPost.get(id) ?? []);
    });
  }

  /**
   * Runs an act on one expected response: alone in its thread, in one transaction, told live afterwards.
   * @throws HubError response.not_found, and what the act throws
   */
  act(actor: Actor, id: Id | undefined, act: (owed: OwedRow, now: Date) => Promise<void>): Promise<ResponseView> {
    return this.actAnd((owed) => this.tell([owed]), actor, id, act);
  }

  /** The same for an act that is the actor's own affair: only their inbox hears of it. */
  actAlone(actor: Actor, id: Id | undefined, act: (owed: OwedRow, now: Date) => Promise<void>): Promise<ResponseView> {
    return this.actAnd(() => this.live.inboxes([actor.memberId]), actor, id, act);
  }

  /** Settles responses for good, with their history. Quorum ANY: the first answer releases the others. */
  async fulfil(
    owed: OwedRow,
    actorId: Id,
    at: Date,
    closing: Pick<Closing, 'choice' | 'note' | 'acknowledgedAt' | 'promisedAt' | 'answerPostId'>,
    action = 'FULFILLED',
  ): Promise<void> {
    const undoableUntil = new Date(at.getTime() + UNDO_MS);
    await this.responses.close([owed.r_id], { status: 'FULFILLED', at, undoableUntil, ...closing });
    await this.responses.record([owed.r_id], actorId, action, at, () => (closing.note ? { note: closing.note } : {}));
    if (owed.quorum !== 'ANY') return;
    const others = (await this.responses.openOfPost(owed.r_post_id)).filter((other) => other.r_id !== owed.r_id);
    await this.withdraw(others, null, at, 'Somebody else has answered.');
  }

  /** @param actorId null: the hub itself */
  async withdraw(owed: readonly OwedRow[], actorId: Id | null, at: Date, note: string | null): Promise<void> {
    const ids = owed.map((row) => row.r_id);
    if (ids.length === 0) return;
    await this.responses.close(ids, { status: 'WITHDRAWN', at, note });
    await this.responses.record(ids, actorId, 'WITHDRAWN', at);
    await this.tell(owed);
  }

  /**
   * What a reply with quorum ANY could not see: somebody to whom it was delegated in that instant is released too.
   * @param postIds of the thread: what the reply has answered for all
   */
  async releaseBesideAnswer(threadId: Id, postIds: readonly Id[]): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.responses.lockThread(threadId);
      const open = await this.responses.openBesideAnswer(postIds);
      await this.withdraw(open, null, this.clock.now(), 'Somebody else has answered.');
    });
  }

  /** Whether a post that one answer is enough for has it. */
  hasItsAnswer({ quorum, r_post_id }: OwedRow): Promise<boolean> | false {
    return quorum === 'ANY' && this.responses.isAnswered(r_post_id);
  }

  async tell(owed: readonly ResponseRow[]): Promise<void> {
    for (const row of owed) await this.live.thread({ threadId: row.r_thread_id, expectedResponseId: row.r_id });
    await this.live.inboxes(owed.flatMap((row) => [row.r_recipient_id, row.r_author_id]));
  }

  /** Adds to the history. @param actorId null: the hub itself */
  record(ids: readonly Id[], actorId: Id | null, action: string, at: Date): Promise<void> {
    return this.responses.record(ids, actorId, action, at);
  }

  /** The same for rows that an act has changed beside its own. */
  async tellOf(changed: readonly { id: Id; thread_id: Id; recipient_id: Id; author_id: Id }[]): Promise<void> {
    for (const one of changed) await this.live.thread({ threadId: one.thread_id, expectedResponseId: one.id });
    await this.live.inboxes(changed.flatMap((one) => [one.recipient_id, one.author_id]));
  }

  private async actAnd(
    tell: (owed: OwedRow) => Promise<void>,
    actor: Actor,
    id: Id | undefined,
    act: (owed: OwedRow, now: Date) => Promise<void>,
  ): Promise<ResponseView> {
    if (!id) throw noSuchResponse();
    const row = await this.unitOfWork.run(async () => {
      const owed = await this.responses.lock(id, actor);
      if (!owed) throw noSuchResponse();
      await act(owed, this.clock.now());
      await tell(owed);
      return (await this.responses.visible([id], actor))[0]!;
    });
    return (await this.views([row]))[0]!;
  }

  private async views(rows: readonly ResponseRow[]): Promise<ResponseView[]> {
    const naming = this.names.ensure(rows.map((row) => row.r_recipient_id));
    if (naming) await naming;
    const nowMs = this.clock.nowMs();
    return rows.map((row) => responseView(row, this.names.member(row.r_recipient_id), nowMs));
  }
}
