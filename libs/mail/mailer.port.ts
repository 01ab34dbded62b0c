/** A picture within the HTML, which names it as `cid:` and this id. */
export interface InlinePicture {
  /** `poster-1@meantime`, without angle brackets. */
  contentId: string;
  /** `image/jpeg` */
  contentType: string;
  content: Buffer;
}

export interface Mail {
  /** One address: `ada@example.org` or `Ada <ada@example.org>`. */
  to: string;
  subject: string;
  /** The whole message for people who read plain text. */
  text: string;
  html?: string;
  pictures?: readonly InlinePicture[];
  /** An invitation, which mail programs offer to put into a calendar: iCalendar with METHOD:REQUEST. @see RFC 6047 */
  invitation?: string;
  /** Further headers, such as `Reply-By` or `List-Unsubscribe`; names and values are one line each. */
  headers?: Readonly<Record<string, string>>;
  /**
   * The id under which mail programs know the message, without angle brackets: `digest-0197…@hub.example.org`. The
   * same id when a job sends again lets them drop the second copy. @see RFC 5322, section 3.6.4
   */
  messageId?: string;
}

/**
 * Hands mail to the organisation's mail server. Nothing of a message is read from files or addresses that it names.
 * @throws HubError `mail.invalid` (INVALID_INPUT) for a line break or other control character in a header, or more than
 * one recipient; `mail.refused` when the server will not take the message, whoever sends it again; `mail.unavailable`
 * when it can be tried again; `mail.not_configured`
 */
export abstract class Mailer {
  /** False when the organisation gave no mail server: nothing should be made that can only be mailed. */
  abstract readonly isConfigured: boolean;

  /** Settles once the mail server has accepted the message. */
  abstract send(mail: Mail): Promise<void>;

  /** For health: connects and signs in without sending. Does nothing where no mail server is configured. */
  abstract check(): Promise<void>;

  abstract close(): Promise<void>;
}
