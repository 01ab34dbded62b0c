import { Injectable } from '@nestjs/common';
import { cursorOf, type ForwardPageArgs, type HubContext, Page, pageRequest } from '#graph';
import { type Actor, Clock, type Id } from '#kernel';
import { NamesService, postView, ThreadService, threadView, unprefixedPostRow } from '#threads';
import { InboxRepository, type Lane } from './inbox.repository.js';
import { openResponseView } from './open-response-view.js';
import type { ResponseView } from './response-view.js';

/** What a member's inbox holds: who waits for them, and for whom they wait. */
@Injectable()
export class InboxService {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly names: NamesService,
    private readonly threads: ThreadService,
    private readonly clock: Clock,
  ) {}

  /** Delivered, open and not put off. @param authorId only what this person asks */
  waitingOnMe(actor: Actor, args: ForwardPageArgs, authorId?: Id): Promise<Page<ResponseView>> {
    return this.page('waiting_on_me', actor, args, authorId);
  }

  /** @param recipientId only what this person owes */
  waitingOnOthers(actor: Actor, args: ForwardPageArgs, recipientId?: Id): Promise<Page<ResponseView>> {
    return this.page('waiting_on_others', actor, args, recipientId);
  }

  /** What the member put off, until it comes back. */
  putOff(actor: Actor, args: ForwardPageArgs): Promise<Page<ResponseView>> {
    return this.page('put_off', actor, args);
  }

  /** What `inboxChanged` tells. */
  async counts(
    actor: Pick<Actor, 'memberId' | 'role'>,
  ): Promise<{ waitingOnMeCount: number; unreadThreadCount: number }> {
    const [waitingOnMeCount, unreadThreadCount] = await Promise.all([
      this.inbox.waitingCount(actor, this.clock.now()),
      this.threads.unreadCount(actor.memberId),
    ]);
    return { waitingOnMeCount, unreadThreadCount };
  }

  /** How much waits in both lanes, each counted up to 1,000; one statement for all that one operation asks. */
  laneCounts(context: HubContext): Promise<{ on_me: number; on_others: number }> {
    const { signedIn } = context;
    return context
      .loader('inbox.lane_counts', async (ids: readonly Id[]) => {
        const counts = await this.inbox.laneCounts(signedIn, this.clock.now());
        return ids.map(() => counts);
      })
      .load(signedIn.memberId);
  }

  private async page(lane: Lane, actor: Actor, args: ForwardPageArgs, personId?: Id): Promise<Page<ResponseView>> {
    const request = pageRequest(args, ['instant?', 'id']);
    const nowMs = this.clock.nowMs();
    const rows = await this.inbox.page(lane, actor, new Date(nowMs), request, personId);
    const memberIds: Id[] = [];
    for (const row of rows) {
      memberIds.push(row.r_recipient_id, row.p_author_id, row.author_id);
      if (row.conclusion) memberIds.push(row.conclusion.byId);
    }
    const naming = this.names.ensure(
      memberIds,
      rows.map((row) => row.channel_id),
    );
    if (naming) await naming;
    const views = rows.map((row) => {
      const post = postView(unprefixedPostRow(row), this.names, threadView(row, this.names));
      return openResponseView(row, this.names.member(row.r_recipient_id), nowMs, post);
    });
    return Page.of(views, request, ({ dueAt, key }) => cursorOf(dueAt, key));
  }
}
