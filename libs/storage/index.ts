export * from './direct-access.js';
export * from './disk-storage.js';
export * from './minio-storage.js';
export * from './storage.errors.js';
export * from './storage.port.js';
