import { mailNotConfigured } from './mail.errors.js';
import { Mailer } from './mailer.port.js';

/** For a hub without a mail server. Sending is a mistake of the caller, who can ask {@link isConfigured} first. */
export class NoMailer extends Mailer {
  readonly isConfigured = false;

  send(): Promise<void> {
    return Promise.reject(mailNotConfigured());
  }

  check(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
