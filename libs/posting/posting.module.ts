import { Module } from '@nestjs/common';
import { ChannelsModule } from '#channels';
import { ExpectationsModule } from '#expectations';
import { IdentityModule } from '#identity';
import { MediaModule } from '#media';
import { ThreadsModule } from '#threads';
import { DraftRepository } from './draft.repository.js';
import { DraftService } from './draft.service.js';
import { OnceService } from './once.service.js';
import { OpeningService } from './opening.service.js';
import { PostChecks } from './post-checks.js';
import { PostingRepository } from './posting.repository.js';
import { PublishingService } from './publishing.service.js';
import { ReplyingService } from './replying.service.js';
import { SavingService } from './saving.service.js';
import { ScheduledPostsService } from './scheduled-posts.service.js';
import { ThreadChannels } from './thread-channels.js';
import { WaitingPostsService } from './waiting-posts.service.js';

@Module({
  imports: [IdentityModule, ChannelsModule, MediaModule, ThreadsModule, ExpectationsModule],
  providers: [
    DraftRepository,
    DraftService,
    PostChecks,
    PostingRepository,
    OnceService,
    OpeningService,
    PublishingService,
    ReplyingService,
    SavingService,
    ThreadChannels,
    ScheduledPostsService,
    WaitingPostsService,
  ],
  exports: [DraftService, WaitingPostsService, OpeningService, ReplyingService, ScheduledPostsService],
})
export class PostingModule {}
