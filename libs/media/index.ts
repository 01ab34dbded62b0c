export * from './media.entity.js';
