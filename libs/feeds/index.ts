export { contentLines, instantValue, textValue } from './calendar/content-lines.js';
export { FeedAddressEntity } from './feed-address.entity.js';
export { FeedsApiModule } from './feeds.api.module.js';
