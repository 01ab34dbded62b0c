import { Module } from '@nestjs/common';
import { ChannelsModule } from '#channels';
import { MediaModule } from '#media';
import { PlansModule } from '#plans';
import { PostPlans } from './post.plan.js';
import { PostResolver } from './post.resolver.js';
import { MediaMomentsResolver, RecordingResolver, ViewerRecordingsResolver } from './recordings/recording.resolver.js';
import { ThreadPlans } from './thread.plan.js';
import { ChannelThreadsResolver, ThreadResolver } from './thread.resolver.js';
import { ChannelKeepingResolver, SavedThreadsResolver, ThreadKeepingResolver } from './thread-keeping.resolver.js';
import { ThreadsModule } from './threads.module.js';

@Module({
  imports: [ThreadsModule, ChannelsModule, MediaModule, PlansModule],
  providers: [
    PostPlans,
    PostResolver,
    MediaMomentsResolver,
    RecordingResolver,
    ViewerRecordingsResolver,
    ThreadPlans,
    ThreadResolver,
    ChannelThreadsResolver,
    ThreadKeepingResolver,
    ChannelKeepingResolver,
    SavedThreadsResolver,
  ],
  exports: [ThreadsModule],
})
export class ThreadsApiModule {}
