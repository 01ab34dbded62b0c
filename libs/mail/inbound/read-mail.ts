import { simpleParser } from 'mailparser';

export interface MailAttachment {
  filename: string;
  mimeType: string;
  content: Buffer;
}

/** What of a mail matters to whoever takes it for an answer. */
export interface ReadMail {
  /** Without angle brackets; undefined where it has none. */
  messageId: string | undefined;
  /** Lower case; undefined where it names nobody, or several. */
  from: string | undefined;
  subject: string;
  /** As plain text, made from the HTML where there is no other. */
  text: string;
  /** Not what the text shows within itself, such as the logo of a signature. */
  attachments: MailAttachment[];
  /** By lower-case name, in the order of the mail, unfolded. */
  headers: ReadonlyMap<string, readonly string[]>;
}

/** More than these are not looked at. */
const MOST_ATTACHMENTS = 20;
const MOST_TEXT = 200_000;

export async function readMail(raw: Buffer): Promise<ReadMail> {
  const parsed = await simpleParser(raw, {
    skipImageLinks: true,
    skipTextToHtml: true,
    maxHtmlLengthToParse: MOST_TEXT,
  });
  const headers = new Map<string, string[]>();
  for (const { key, line } of parsed.headerLines) {
    const values = headers.get(key) ?? [];
    values.push(
      line
        .slice(line.indexOf(':') + 1)
        .replace(/\r?\n[ \t]/g, ' ')
        .trim(),
    );
    headers.set(key, values);
  }
  const [from, ...more] = parsed.from?.value ?? [];
  return {
    messageId: parsed.messageId?.replace(/^<|>$/g, ''),
    from: more.length === 0 ? from?.address?.toLowerCase() : undefined,
    subject: parsed.subject ?? '',
    text: (parsed.text ?? '').slice(0, MOST_TEXT),
    attachments: parsed.attachments
      .filter(({ related, contentDisposition }) => !related && contentDisposition !== 'inline')
      .slice(0, MOST_ATTACHMENTS)
      .map(({ filename, contentType, content }) => ({
        filename: filename || 'attachment',
        mimeType: contentType,
        content,
      })),
    headers,
  };
}
