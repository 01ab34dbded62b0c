export {
  type Asked,
  type ExpectationKind,
  expectationKinds,
  type Quorum,
  quorums,
  type TimingKind,
  timingKinds,
} from './asked.js';
export { LiveChanges } from './live-changes.js';
export { mentionedHandles } from './mentions.js';
export { NamesService } from './names.service.js';
export { MentionEntity, PostEntity, PostMediaEntity, ReactionEntity } from './post.entity.js';
export { PostPayload } from './post.resolver.js';
export { PostService } from './post.service.js';
export { PostConnection, PostType } from './post.type.js';
export { type PostRow, type PostView, postColumns, postView } from './post-view.js';
export { checkBody, checkTitle, MAX_TEXT } from './text-limits.js';
export { ThreadEntity, ThreadReaderEntity, type ThreadState } from './thread.entity.js';
export { ThreadRepository } from './thread.repository.js';
export { ThreadPayload } from './thread.resolver.js';
export { ThreadService } from './thread.service.js';
export { inboxTopic, type ThreadChange, threadTopic } from './thread.topics.js';
export { ThreadConnection, ThreadType } from './thread.type.js';
export { type ThreadRow, type ThreadView, threadColumns, threadView } from './thread-view.js';
export { ThreadsApiModule } from './threads.api.module.js';
export { emptyPost, noSuchPost, noSuchThread, threadConcluded } from './threads.errors.js';
export { ThreadsModule } from './threads.module.js';
