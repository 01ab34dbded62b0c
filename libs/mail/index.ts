export * from './mailer.port.js';
