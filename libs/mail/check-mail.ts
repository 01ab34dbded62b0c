import { invalidMail } from './mail.errors.js';
import type { Mail } from './mailer.port.js';

/** @see RFC 5321, section 4.5.3.1.3 for addresses; RFC 5322, section 2.1.1 for lines */
const maxAddressCharacters = 254;
const maxHeaderCharacters = 998;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controlCharacter = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;
const headerName = /^[A-Za-z][A-Za-z0-9-]{0,75}$/;
/** One address, bare or after a name: no list, no group, no route. */
const oneAddress = /^(?:[^<>,;:"@]*<([^<>\s,;:"@]+@[^<>\s,;:"@]+)>|([^<>\s,;:"@]+@[^<>\s,;:"@]+))$/;
const messageId = /^[^<>\s@]+@[^<>\s@]+$/;

/** Set by the mailer itself: a caller's would send the message elsewhere or contradict it. */
const ownHeaders = new Set([
  ...['from', 'sender', 'to', 'cc', 'bcc', 'subject', 'date', 'message-id', 'return-path', 'received'],
  ...['mime-version', 'content-type', 'content-transfer-encoding', 'content-disposition', 'dkim-signature'],
]);

/**
 * Keeps headers to what they were meant to be: names of people and titles of threads end up in them, and a line break
 * in one would begin another header or the message itself.
 * @throws HubError `mail.invalid` with the field
 * @see RFC 5322, section 2.2
 */
export function checkMail(mail: Mail): void {
  checkLine('to', mail.to);
  const [, inBrackets, bare] = oneAddress.exec(mail.to) ?? [];
  const address = inBrackets ?? bare;
  if (!address || address.length > maxAddressCharacters) throw invalidMail('to', 'the recipient is not one address');
  checkLine('subject', mail.subject);
  for (const [name, value] of Object.entries(mail.headers ?? {})) {
    const field = `headers.${name.slice(0, 76)}`;
    if (!headerName.test(name)) throw invalidMail(field, 'this is no name of a header');
    if (ownHeaders.has(name.toLowerCase())) throw invalidMail(field, 'this header cannot be set');
    checkLine(field, value);
  }
  for (const { contentId, contentType } of mail.pictures ?? []) {
    if (!messageId.test(contentId) || !/^image\/[a-z0-9.+-]+$/.test(contentType)) {
      throw invalidMail('pictures', 'this is no picture of a mail');
    }
    checkLine('pictures', contentId);
  }
  if (mail.messageId !== undefined) {
    checkLine('messageId', mail.messageId);
    if (!messageId.test(mail.messageId)) throw invalidMail('messageId', 'a message id looks like an address');
  }
}

function checkLine(field: string, value: string): void {
  if (controlCharacter.test(value)) throw invalidMail(field, 'a header holds a line break or control character');
  if (value.length > maxHeaderCharacters) throw invalidMail(field, 'a header is too long');
}
