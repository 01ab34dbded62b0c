import { Module } from '@nestjs/common';
import { ChannelsModule } from '#channels';
import { ExpectationsModule } from '#expectations';
import { IdentityModule } from '#identity';
import { MediaModule } from '#media';
import { ThreadsModule } from '#threads';
import { DraftRepository } from './draft.repository.js';
import { DraftService } from './draft.service.js';
import { PostChecks } from './post-checks.js';
import { PostingRepository } from './posting.repository.js';
import { PostingService } from './posting.service.js';
import { ScheduledPostsService } from './scheduled-posts.service.js';
import { WaitingPostsService } from './waiting-posts.service.js';

@Module({
  imports: [IdentityModule, ChannelsModule, MediaModule, ThreadsModule, ExpectationsModule],
  providers: [
    DraftRepository,
    DraftService,
    PostChecks,
    PostingRepository,
    PostingService,
    ScheduledPostsService,
    WaitingPostsService,
  ],
  exports: [DraftService, WaitingPostsService, PostingService, ScheduledPostsService],
})
export class PostingModule {}
