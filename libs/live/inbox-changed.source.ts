import { Injectable } from '@nestjs/common';
import { InboxService } from '#expectations';
import type { Actor, Id } from '#kernel';
import { activityTopic, inboxTopic } from '#threads';
import { LiveAccessRepository } from './live-access.repository.js';
import { LiveSource, type OpenSource } from './live-source.js';

/** How long a process remembers which channels a subscriber is in, to tell which posts can be news to them. */
const REMEMBERED_MS = 10_000;

type InboxEvent = { memberId: Id } | { channelId: Id; authorId: Id };

@Injectable()
export class InboxChangedSource extends LiveSource {
  readonly field = 'inboxChanged';

  constructor(
    private readonly inbox: InboxService,
    private readonly rows: LiveAccessRepository,
  ) {
    super();
  }

  async open(actor: Actor): Promise<OpenSource<InboxEvent>> {
    const { memberId } = actor;
    let channels = new Set<Id>();
    let readAtMs = Number.NEGATIVE_INFINITY;
    const concerns = async (event: InboxEvent): Promise<boolean> => {
      if ('memberId' in event) return true;
      if (event.authorId === memberId) return false;
      if (performance.now() - readAtMs > REMEMBERED_MS) {
        readAtMs = performance.now();
        channels = new Set(await this.rows.channelsOf(memberId));
      }
      return channels.has(event.channelId);
    };
    return {
      key: `inbox:${memberId}`,
      topics: [inboxTopic(memberId), activityTopic],
      isPersonal: true,
      allowed: async (members) => new Set(members.map((member) => member.memberId)),
      value: async (event) => ((await concerns(event)) ? this.inbox.counts(actor) : undefined),
    };
  }
}
