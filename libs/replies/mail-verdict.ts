import { OWN_HEADER, type ReadMail } from '#mail';

/** Why a mail is taken for nobody's answer. Nothing is said to its sender: whoever it is may not have written it. */
export type Unheard = 'AUTOMATIC' | 'NOT_PROVEN' | 'NO_SENDER';

/**
 * Whether a person wrote it, as far as mail can say: no machine's answer (RFC 3834), no list's mail, nothing of our own;
 * and, where a mail server is trusted to say so, truly from its sender (RFC 8601).
 * @param trusted the authserv-id of that server; empty: nobody is asked
 */
export function verdictOf({ headers, from }: ReadMail, trusted: string): 'HEARD' | Unheard {
  const first = (name: string): string => headers.get(name)?.[0]?.toLowerCase() ?? '';
  const isAutomatic =
    (first('auto-submitted') !== '' && !first('auto-submitted').startsWith('no')) ||
    /^(bulk|junk|list|auto_reply)/.test(first('precedence')) ||
    headers.has(OWN_HEADER.toLowerCase()) ||
    headers.has('x-loop') ||
    headers.has('list-id') ||
    headers.has('x-autoreply') ||
    headers.has('x-auto-response-suppress-reply') ||
    first('return-path') === '<>' ||
    /^multipart\/report/.test(first('content-type'));
  if (isAutomatic) return 'AUTOMATIC';
  if (!from) return 'NO_SENDER';
  return trusted === '' || isProven(headers.get('authentication-results') ?? [], trusted, domainOf(from))
    ? 'HEARD'
    : 'NOT_PROVEN';
}

/** Only what the trusted server itself has written counts, and of that the newest: it stands first. */
function isProven(results: readonly string[], trusted: string, domain: string): boolean {
  const ours = results.find((line) => /^[^\s;]+/.exec(line.trim())?.[0].toLowerCase() === trusted.toLowerCase());
  if (!ours) return false;
  // Comments may say anything (RFC 5322, 3.2.2).
  const parts = withoutComments(ours).toLowerCase().split(';').slice(1);
  const passed = (method: string, isAligned: (properties: string) => boolean): boolean =>
    parts.some((part) => new RegExp(`^\\s*${method}\\s*=\\s*pass\\b`).test(part) && isAligned(part));
  if (parts.some((part) => /^\s*dmarc\s*=\s*fail\b/.test(part))) return false;
  return (
    passed('dmarc', () => true) ||
    passed('dkim', (part) => isWithin(/header\.(?:d|i)\s*=\s*@?(?:\S+@)?([^\s;]+)/.exec(part)?.[1], domain)) ||
    passed('spf', (part) => isWithin(/smtp\.mailfrom\s*=\s*(?:\S+@)?([^\s;]+)/.exec(part)?.[1], domain))
  );
}

const isWithin = (proven: string | undefined, domain: string): boolean =>
  proven !== undefined && (proven === domain || domain.endsWith(`.${proven}`));

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Nested ones too; bounded, as each pass takes away the innermost. */
function withoutComments(line: string): string {
  let left = line;
  for (let depth = 0; depth < 8 && left.includes('('); depth++) left = left.replace(/\([^()]*\)/g, ' ');
  return left;
}
