import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Id } from '#kernel';
import { NamesService } from '#threads';

const KEPT_THREADS = 20_000;

/**
 * In which channel threads are, as far as replies have shown it: a thread never moves. With it a plain reply finds the
 * agreement's default in memory instead of asking Postgres for it each time.
 */
@Injectable()
export class ThreadChannels {
  private readonly channels = new LRUCache<Id, Id>({ max: KEPT_THREADS });

  constructor(private readonly names: NamesService) {}

  remember(threadId: Id, channelId: Id): void {
    this.channels.set(threadId, channelId);
  }

  /** What a post asks for by default there; undefined where that is not known in memory. */
  async defaultKind(threadId: Id): Promise<string | undefined> {
    const channelId = this.channels.get(threadId);
    if (!channelId) return undefined;
    const loading = this.names.ensure([], [channelId]);
    if (loading) await loading;
    return this.names.channel(channelId).agreement.defaultKind;
  }
}
