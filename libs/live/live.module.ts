import { Module } from '@nestjs/common';
import { ExpectationsModule } from '#expectations';
import { IdentityModule } from '#identity';
import { MediaModule } from '#media';
import { ThreadsModule } from '#threads';
import { InboxChangedSource } from './inbox-changed.source.js';
import { LiveResolver } from './live.resolver.js';
import { LiveAccess } from './live-access.js';
import { LiveAccessRepository } from './live-access.repository.js';
import { LIVE_SOURCES, LiveOperations } from './live-operations.js';
import { LiveSocketServer } from './live-socket.server.js';
import { MediaChangedSource } from './media-changed.source.js';
import { SubscriberGroups } from './subscriber-groups.js';
import { ThreadActivitySource } from './thread-activity.source.js';

const sources = [ThreadActivitySource, InboxChangedSource, MediaChangedSource];

@Module({
  imports: [IdentityModule, ThreadsModule, ExpectationsModule, MediaModule],
  providers: [
    ...sources,
    { provide: LIVE_SOURCES, useFactory: (...all: object[]) => all, inject: sources },
    LiveAccess,
    LiveAccessRepository,
    LiveOperations,
    LiveResolver,
    LiveSocketServer,
    SubscriberGroups,
  ],
  exports: [LiveSocketServer],
})
export class LiveModule {}
