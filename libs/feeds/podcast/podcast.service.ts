import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { MemberDirectory, OrganizationService } from '#identity';
import { Clock } from '#kernel';
import type { Subscriber } from '../feed-address.repository.js';
import { FeedAddresses } from '../feed-addresses.js';
import { EpisodeRepository } from './episode.repository.js';
import { podcastFeed } from './podcast-feed.js';

/** A member's podcast as it is at this moment. */
@Injectable()
export class PodcastService {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly addresses: FeedAddresses,
    private readonly organizations: OrganizationService,
    private readonly directory: MemberDirectory,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @param token by which the feed was opened: what it lists opens by the same */
  async of(subscriber: Subscriber, token: string): Promise<string> {
    const [organization, member, episodes] = await Promise.all([
      this.organizations.require(),
      this.directory.find(subscriber.memberId),
      this.episodes.newest(subscriber, this.clock.now()),
    ]);
    return podcastFeed({
      organization: organization.name,
      publicUrl: this.config.publicUrl,
      memberId: subscriber.memberId,
      name: member!.name,
      timeZone: subscriber.timeZone,
      folder: this.addresses.folder(token),
      episodes,
    });
  }
}
