export * from './actor.js';
export * from './clock.js';
export * from './group-by.js';
export * from './hub-error.js';
export * from './ids.js';
export * from './permission.js';
