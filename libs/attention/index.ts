export * from './digest.entity.js';
