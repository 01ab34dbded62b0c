import { Module } from '@nestjs/common';
import { SessionLocks } from '#database';
import { IdentityModule } from '#identity';
import { AvatarRoutes } from './avatar.routes.js';
import { DirectAnswer } from './direct-answer.js';
import { DirectUploads } from './direct-uploads.js';
import { GlossaryResolver } from './glossary/glossary.resolver.js';
import { MediaModule } from './media.module.js';
import { MediaResolver } from './media.resolver.js';
import { MediaRoutes } from './media.routes.js';
import { OwnMediaResolver, ViewerMediaResolver } from './own-media.resolver.js';
import { SharedLocks } from './shared-locks.js';
import { TranscriptResolver } from './transcripts/transcript.resolver.js';
import { UploadRoutes } from './upload.routes.js';
import { UploadStore } from './upload-store.js';

@Module({
  imports: [IdentityModule, MediaModule],
  providers: [
    AvatarRoutes,
    DirectAnswer,
    DirectUploads,
    OwnMediaResolver,
    ViewerMediaResolver,
    GlossaryResolver,
    MediaResolver,
    MediaRoutes,
    SessionLocks,
    SharedLocks,
    TranscriptResolver,
    UploadRoutes,
    UploadStore,
  ],
  exports: [MediaModule],
})
export class MediaApiModule {}
