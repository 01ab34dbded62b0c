export * from './inbound/mail-listener.js';
export * from './inbound/read-mail.js';
export * from './inbound/reply-text.js';
export * from './mail.errors.js';
export * from './mail-failure.js';
export * from './mailer.port.js';
export * from './no-mailer.js';
export * from './smtp-mailer.js';
