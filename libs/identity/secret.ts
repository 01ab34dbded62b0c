import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text for a header or a link. The prefix tells a leaked one apart in a scan. */
export const newSecret = (prefix: 'mts' | 'mta' | 'mti'): string =>
  `${prefix}_${randomBytes(32).toString('base64url')}`;

/** What is stored of a secret: as it has 256 random bits, one round of SHA-256 is enough. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Setup codes are typed by people: 12 characters without look-alikes, 60 bits. */
export function newSetupCode(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ9';
  const letters = [...randomBytes(12)].map((byte) => alphabet[byte % 32]);
  return grouped(letters.join(''));
}

/** What somebody typed as a setup code, in the form in which it was made: capitals, in groups of four. */
export const typedSetupCode = (text: string): string => grouped(text.toUpperCase().replace(/[^0-9A-Z]/g, ''));

const grouped = (letters: string): string => letters.match(/.{1,4}/g)?.join('-') ?? '';
