export { type Asked, type ExpectationKind, type Quorum, quorums, type TimingKind } from './asked.js';
export { HappeningEntity } from './happening.entity.js';
export { LiveChanges } from './live-changes.js';
export { mentionedHandles } from './mentions.js';
export { NamesService } from './names.service.js';
export { MentionEntity, PostEntity, PostMediaEntity, ReactionEntity } from './post.entity.js';
export { PostRepository } from './post.repository.js';
export { PostPayload } from './post.resolver.js';
export { PostService } from './post.service.js';
export { PostConnection, PostType } from './post.type.js';
export {
  type PostRest,
  type PostRow,
  type PostView,
  type PrefixedPostRow,
  postColumns,
  postView,
  prefixedPostColumns,
  unprefixedPostRow,
} from './post-view.js';
export { RecordingService } from './recordings/recording.service.js';
export { checkBody, checkTitle, MAX_TEXT } from './text-limits.js';
export { ThreadEntity, ThreadReaderEntity, type ThreadState } from './thread.entity.js';
export { PostDeleted } from './thread.events.js';
export { ThreadRepository } from './thread.repository.js';
export { ThreadPayload } from './thread.resolver.js';
export { ThreadService } from './thread.service.js';
export { activityTopic, inboxTopic, type ThreadChange, threadTopic } from './thread.topics.js';
export { ThreadConnection, ThreadType } from './thread.type.js';
export { type ThreadRow, type ThreadView, threadColumns, threadView } from './thread-view.js';
export { ThreadsApiModule } from './threads.api.module.js';
export { emptyPost, noSuchPost, noSuchThread, textTooLong, threadConcluded } from './threads.errors.js';
export { ThreadsModule } from './threads.module.js';
