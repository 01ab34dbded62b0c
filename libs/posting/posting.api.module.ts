import { Module } from '@nestjs/common';
import { MediaModule } from '#media';
import { ThreadsModule } from '#threads';
import { DraftResolver, ViewerDraftsResolver } from './draft.resolver.js';
import { PostingModule } from './posting.module.js';
import { PostingResolver } from './posting.resolver.js';

@Module({
  imports: [PostingModule, MediaModule, ThreadsModule],
  providers: [DraftResolver, PostingResolver, ViewerDraftsResolver],
  exports: [PostingModule],
})
export class PostingApiModule {}
