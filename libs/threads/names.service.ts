import { Injectable } from '@nestjs/common';
import { ChannelDirectory, type ChannelEntry } from '#channels';
import { MemberDirectory, type MemberEntry } from '#identity';
import type { Id } from '#kernel';
import { type PostRow, type PostView, postView } from './post-view.js';
import { type Names, type ThreadRow, type ThreadView, threadView } from './thread-view.js';

/** Completes rows with the names that every page repeats: from memory, without a statement in the steady state. */
@Injectable()
export class NamesService implements Names {
  constructor(
    private readonly members: MemberDirectory,
    private readonly channels: ChannelDirectory,
  ) {}

  member(id: Id): MemberEntry {
    return this.members.get(id);
  }

  channel(id: Id): ChannelEntry {
    return this.channels.get(id);
  }

  async threads(rows: readonly ThreadRow[]): Promise<ThreadView[]> {
    const loading = this.ensure(
      peopleOf(rows),
      rows.map((row) => row.channel_id),
    );
    if (loading) await loading;
    return rows.map((row) => threadView(row, this));
  }

  async posts(rows: readonly PostRow[]): Promise<PostView[]> {
    const loading = this.ensure(rows.map((row) => row.author_id));
    if (loading) await loading;
    return rows.map((row) => postView(row, this));
  }

  /** Undefined, with nothing to wait for, where all of them are known. */
  ensure(memberIds: Id[], channelIds: Id[] = []): Promise<unknown> | undefined {
    const members = this.members.ensure(memberIds);
    const channels = channelIds.length > 0 ? this.channels.ensure(channelIds) : undefined;
    return members || channels ? Promise.all([members, channels]) : undefined;
  }
}

function peopleOf(rows: readonly ThreadRow[]): Id[] {
  const ids: Id[] = [];
  for (const row of rows) {
    ids.push(row.author_id);
    if (row.conclusion) ids.push(row.conclusion.byId);
  }
  return ids;
}
