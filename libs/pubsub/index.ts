export * from './pubsub.port.js';
