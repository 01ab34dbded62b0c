import nodemailer, { type Transporter } from 'nodemailer';
import { checkMail } from './check-mail.js';
import { MailRefused, MailUnavailable } from './mail.errors.js';
import { type Mail, Mailer } from './mailer.port.js';

export interface SmtpMailerOptions {
  /** `smtps://user:password@mail.example.org` or `smtp://mail:25`, where STARTTLS is used if the server offers it. */
  smtpUrl: string;
  /** The sender of every message: `Meantime <meantime@example.org>`. */
  from: string;
}

/** On every mail of the hub, so that one that comes back is known. */
export const OWN_HEADER = 'X-Meantime';

const connectTimeoutMs = 10_000;
const greetingTimeoutMs = 10_000;
const silenceTimeoutMs = 60_000;
/** Few servers like more connections from one client, and digests can wait. */
const maxConnections = 3;
const messagesPerConnection = 100;

/** Mail over the organisation's SMTP server, through a small pool of connections. */
export class SmtpMailer extends Mailer {
  readonly isConfigured = true;
  private readonly transport: Transporter;

  /** @throws TypeError for what is no smtp or smtps address */
  constructor({ smtpUrl, from }: SmtpMailerOptions) {
    super();
    const { protocol, hostname, port, username, password } = new URL(smtpUrl);
    if (protocol !== 'smtp:' && protocol !== 'smtps:') throw new TypeError('A mail server is smtp:// or smtps://.');
    this.transport = nodemailer.createTransport(
      {
        pool: true,
        maxConnections,
        maxMessages: messagesPerConnection,
        host: hostname.replace(/^\[|\]$/g, ''),
        port: port === '' ? (protocol === 'smtps:' ? 465 : 587) : Number(port),
        secure: protocol === 'smtps:',
        auth: username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
        connectionTimeout: connectTimeoutMs,
        greetingTimeout: greetingTimeoutMs,
        socketTimeout: silenceTimeoutMs,
        // Nothing that a message names may be read from this machine or its network.
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      { from },
    );
  }

  async send(mail: Mail): Promise<void> {
    checkMail(mail);
    const { to, subject, text, html, headers, messageId, pictures, invitation } = mail;
    try {
      await this.transport.sendMail({
        to,
        subject,
        text,
        html,
        attachments: pictures?.map(({ contentId, contentType, content }) => ({
          cid: contentId,
          contentType,
          content,
          contentDisposition: 'inline' as const,
          filename: false as const,
        })),
        icalEvent: invitation ? { method: 'REQUEST', filename: 'invitation.ics', content: invitation } : undefined,
        headers: Object.entries({ [OWN_HEADER]: 'hub', ...headers }).map(([key, value]) => ({ key, value })),
        messageId: messageId === undefined ? undefined : `<${messageId}>`,
      });
    } catch (error) {
      throw isFinal(error) ? new MailRefused(error) : new MailUnavailable(error);
    }
  }

  async check(): Promise<void> {
    try {
      await this.transport.verify();
    } catch (error) {
      throw new MailUnavailable(error);
    }
  }

  close(): Promise<void> {
    this.transport.close();
    return Promise.resolve();
  }
}

/** 5yz to the message itself; a 5yz to the sign-in is a matter for the administrator and passes. RFC 5321, 4.2.1 */
const isFinal = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'responseCode' in error &&
  Number(error.responseCode) >= 500 &&
  !('code' in error && error.code === 'EAUTH');
