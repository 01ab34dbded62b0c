import { invalidKey } from './storage.errors.js';

const maxKeyCharacters = 512;
const maxSegmentCharacters = 200;
const segment = /^[A-Za-z0-9_.-]+$/;

const isSegment = (text: string): boolean =>
  text.length <= maxSegmentCharacters && text !== '.' && text !== '..' && segment.test(text);

/**
 * Lets through what is a key on every adapter: a path inside the store that neither leaves it nor needs escaping.
 * @throws HubError `storage.invalid_key`
 */
export function checkKey(key: string): void {
  if (key.length > maxKeyCharacters || !key.split('/').every(isSegment)) throw invalidKey(key);
}

/** The same for the beginning of keys: it ends with `/`, so that `media/1/` never means `media/10/`. */
export function checkPrefix(prefix: string): void {
  if (!prefix.endsWith('/')) throw invalidKey(prefix);
  checkKey(prefix.slice(0, -1));
}
