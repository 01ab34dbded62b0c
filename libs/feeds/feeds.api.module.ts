import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { MediaModule } from '#media';
import { CalendarRepository } from './calendar/calendar.repository.js';
import { CalendarFeedService } from './calendar/calendar.service.js';
import { FeedResolver } from './feed.resolver.js';
import { FeedRoutes } from './feed.routes.js';
import { FeedAddressRepository } from './feed-address.repository.js';
import { FeedAddresses } from './feed-addresses.js';
import { FeedDoor } from './feed-door.js';
import { FeedLimits } from './feed-limits.js';
import { FeedVersions } from './feed-versions.js';
import { EpisodeRepository } from './podcast/episode.repository.js';
import { EpisodeRoutes } from './podcast/episode.routes.js';
import { PodcastService } from './podcast/podcast.service.js';

/** Feeds are served and nothing else: no worker has to do with them. */
@Module({
  imports: [IdentityModule, MediaModule],
  providers: [
    CalendarFeedService,
    CalendarRepository,
    EpisodeRepository,
    EpisodeRoutes,
    FeedAddresses,
    FeedAddressRepository,
    FeedDoor,
    FeedLimits,
    FeedResolver,
    FeedRoutes,
    FeedVersions,
    PodcastService,
  ],
})
export class FeedsApiModule {}
