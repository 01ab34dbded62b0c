import { HubError, invalidInput } from '#kernel';

export const invalidMail = (field: string, why: string): HubError =>
  invalidInput('mail.invalid', `This cannot be mailed: ${why}.`, { field });

/** The mail server will never take this message: sending it again is of no use. */
export class MailRefused extends HubError {
  constructor(cause: unknown) {
    super('INTERNAL', 'mail.refused', 'The mail server refuses this message.', { cause });
  }
}

export class MailUnavailable extends HubError {
  constructor(cause: unknown) {
    super('INTERNAL', 'mail.unavailable', 'The mail server cannot be reached or does not take mail now.', { cause });
  }
}

export const mailNotConfigured = (): HubError =>
  new HubError('CONFLICT', 'mail.not_configured', 'This hub sends no mail: an administrator has to set SMTP_URL.');
