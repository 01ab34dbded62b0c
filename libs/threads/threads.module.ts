import { Module } from '@nestjs/common';
import { ChannelsModule } from '#channels';
import { IdentityModule } from '#identity';
import { MediaModule } from '#media';
import { LiveChanges } from './live-changes.js';
import { NamesService } from './names.service.js';
import { PostRepository } from './post.repository.js';
import { PostService } from './post.service.js';
import { RecordingRepository } from './recordings/recording.repository.js';
import { RecordingService } from './recordings/recording.service.js';
import { ThreadRepository } from './thread.repository.js';
import { ThreadService } from './thread.service.js';
import { ThreadKeepingRepository } from './thread-keeping.repository.js';
import { ThreadKeepingService } from './thread-keeping.service.js';

const provided = [
  LiveChanges,
  NamesService,
  PostRepository,
  PostService,
  RecordingRepository,
  RecordingService,
  ThreadKeepingRepository,
  ThreadKeepingService,
  ThreadRepository,
  ThreadService,
];

@Module({ imports: [IdentityModule, ChannelsModule, MediaModule], providers: provided, exports: provided })
export class ThreadsModule {}
