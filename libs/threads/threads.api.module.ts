import { Module } from '@nestjs/common';
import { ChannelsModule } from '#channels';
import { MediaModule } from '#media';
import { PostResolver } from './post.resolver.js';
import { MediaMomentsResolver, RecordingResolver, ViewerRecordingsResolver } from './recordings/recording.resolver.js';
import { ChannelThreadsResolver, ThreadResolver } from './thread.resolver.js';
import { ChannelKeepingResolver, SavedThreadsResolver, ThreadKeepingResolver } from './thread-keeping.resolver.js';
import { ThreadsModule } from './threads.module.js';

@Module({
  imports: [ThreadsModule, ChannelsModule, MediaModule],
  providers: [
    PostResolver,
    MediaMomentsResolver,
    RecordingResolver,
    ViewerRecordingsResolver,
    ThreadResolver,
    ChannelThreadsResolver,
    ThreadKeepingResolver,
    ChannelKeepingResolver,
    SavedThreadsResolver,
  ],
  exports: [ThreadsModule],
})
export class ThreadsApiModule {}
