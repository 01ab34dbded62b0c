export { DraftEntity } from './draft.entity.js';
export { DraftService } from './draft.service.js';
export { OpeningService } from './opening.service.js';
export { PostingApiModule } from './posting.api.module.js';
export { PostingModule } from './posting.module.js';
export type { Posted } from './publishing.service.js';
export { ReplyingService } from './replying.service.js';
export { ScheduledPostsService } from './scheduled-posts.service.js';
