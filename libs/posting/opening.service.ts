import { Injectable } from '@nestjs/common';
import { ChannelDirectory, channelArchived, noSuchChannel } from '#channels';
import { AskService } from '#expectations';
import { type Actor, type Id, newId } from '#kernel';
import { checkTitle } from '#threads';
import { type PostInput, valuesFor } from './draft.js';
import { OnceService, publishedMs } from './once.service.js';
import { type Posted, PublishingService } from './publishing.service.js';
import { SavingService } from './saving.service.js';

/** Opening a thread with its first post, now or at its hour. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly frame: OnceService,
    private readonly asks: AskService,
    private readonly publishing: PublishingService,
    private readonly saving: SavingService,
    private readonly channels: ChannelDirectory,
  ) {}

  /** @throws HubError channel.not_found, channel.archived, thread.bad_title, post.empty, input.text_too_long, expectation.*, media.* */
  async openThread(actor: Actor, channelId: Id | undefined, title: string, input: PostInput): Promise<Posted> {
    const channel = channelId && (await this.channels.find(channelId));
    if (!channel) throw noSuchChannel();
    const place = { threadId: newId(), channelId: channel.key, title: checkTitle(title) };
    return this.frame.once(actor, input, async (mentioned, now) => {
      const ask = await this.asks.plan(actor, channel, input.expectation, mentioned, publishedMs(input, now));
      const values = valuesFor(actor, newId(), place, input, ask, mentioned, now);
      const posted = input.publishAt
        ? await this.saving.save(actor, values, ask, input.publishAt)
        : await this.publishing.publish(values, 'opening', ask, channel);
      if (!posted) throw channel.archivedAt ? channelArchived() : noSuchChannel();
      return posted;
    });
  }
}
