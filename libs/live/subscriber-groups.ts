import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { channelAccessChanged, channelChanged } from '#channels';
import { SessionService } from '#identity';
import { PubSub, type Unsubscribe } from '#pubsub';
import type { OpenSource } from './live-source.js';
import { type Render, type Subscriber, SubscriberGroup } from './subscriber-group.js';

/** All groups of this process, and the topics that they listen to. */
@Injectable()
export class SubscriberGroups implements OnModuleInit {
  private readonly logger = new Logger(SubscriberGroups.name);
  private readonly groups = new Map<string, { group: SubscriberGroup; unsubscribe: Promise<Unsubscribe[]> }>();

  constructor(
    private readonly pubsub: PubSub,
    private readonly sessions: SessionService,
  ) {}

  async onModuleInit(): Promise<void> {
    const doubt = (): void => {
      for (const { group } of this.groups.values()) group.doubtRights();
    };
    this.sessions.onAccessChanged(doubt);
    await this.pubsub.subscribe(channelChanged, doubt);
    await this.pubsub.subscribe(channelAccessChanged, doubt);
    this.pubsub.onReconnect(() => {
      for (const { group } of this.groups.values()) group.dropAll();
    });
  }

  /**
   * Joins the group of this key, making it for the first.
   * @param key of source, document, variables and rights together
   * @returns leaves it
   */
  async join(key: string, source: OpenSource, render: Render, subscriber: Subscriber): Promise<() => Promise<void>> {
    let entry = this.groups.get(key);
    if (!entry) {
      const group = new SubscriberGroup(source, render, (error) =>
        this.logger.error(`An event of ${source.key} was not told`, error),
      );
      const listening = source.topics.map((topic) => this.pubsub.subscribe(topic, (event) => group.hear(event)));
      entry = { group, unsubscribe: Promise.all(listening) };
      this.groups.set(key, entry);
    }
    const { group, unsubscribe } = entry;
    group.add(subscriber);
    await unsubscribe;
    return async () => {
      group.remove(subscriber);
      if (group.size > 0 || this.groups.get(key)?.group !== group) return;
      this.groups.delete(key);
      await Promise.all((await unsubscribe).map((stop) => stop()));
    };
  }
}
