import { Injectable } from '@nestjs/common';
import { MemberDirectory } from '#identity';
import type { Actor, Id } from '#kernel';
import { ThreadService } from '#threads';
import { CallRepository, type CallRow } from './call.repository.js';
import { type CallView, callView } from './call-view.js';

/** Calls, for whoever reads the posts that ask for them. */
@Injectable()
export class CallReading {
  constructor(
    private readonly calls: CallRepository,
    private readonly threads: ThreadService,
    private readonly directory: MemberDirectory,
  ) {}

  async find(actor: Actor, id: Id): Promise<CallView | undefined> {
    const row = await this.calls.byId(id);
    if (!row || !(await this.threads.find(actor, row.thread_id))) return undefined;
    return (await this.views([row]))[0];
  }

  /** Of each post that asks for a call or says its outcome; the viewer can read these posts. */
  async ofPosts(postIds: readonly Id[]): Promise<(CallView | null)[]> {
    const rows = await this.calls.ofPosts(postIds);
    const views = await this.views(rows);
    return postIds.map((id) => views.find(({ postKey, outcomeKey }) => postKey === id || outcomeKey === id) ?? null);
  }

  private async views(rows: readonly CallRow[]): Promise<CallView[]> {
    const naming = this.directory.ensure(rows.map(({ proposer_id }) => proposer_id));
    if (naming) await naming;
    return rows.map((row) => callView(row, this.directory.get(row.proposer_id)));
  }
}
