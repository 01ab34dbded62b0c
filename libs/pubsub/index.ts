export * from './postgres-pubsub.js';
export * from './pubsub.errors.js';
export * from './pubsub.port.js';
export * from './redis-pubsub.js';
