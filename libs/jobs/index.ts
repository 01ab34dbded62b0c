export { OutboxEntity } from './outbox.entity.js';
