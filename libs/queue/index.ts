export * from './job.js';
export * from './job-runner.port.js';
export * from './queue.port.js';
