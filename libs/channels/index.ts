export * from './agreement.entity.js';
export * from './channel.entity.js';
