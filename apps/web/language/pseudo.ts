import type { compileMessage } from '@lingui/message-utils/compileMessage';

type Compiled = ReturnType<typeof compileMessage>;
type Token = Extract<Compiled, unknown[]>[number];

const letters: Record<string, string> = {
  a: 'á',
  e: 'ë',
  i: 'î',
  o: 'ö',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  A: 'Å',
  E: 'Ë',
  I: 'Ï',
  O: 'Ö',
  U: 'Û',
};

/**
 * A text as a long foreign language would write it: accents, and a third longer between brackets. What stays plain on
 * a page was never made translatable; what is cut would be cut in German too.
 */
export function pseudo(message: Compiled): Compiled {
  const changed = typeof message === 'string' ? accented(message) : message.map(pseudoToken);
  const length = JSON.stringify(message).length;
  // Words of its own length: what breaks lines in a language breaks them here.
  const more = '~~~~~ '.repeat(Math.min(5, Math.ceil(length / 20))).trim();
  return ['[', ...(typeof changed === 'string' ? [changed] : changed), `${more}]`] as Compiled;
}

function pseudoToken(token: Token): Token {
  if (typeof token === 'string') return accented(token);
  const [name, type, forms] = token as [string, string?, unknown?];
  if (!forms || typeof forms !== 'object') return token;
  const changed = Object.entries(forms).map(([key, form]) => [key, key === 'offset' ? form : formOf(form)]);
  return [name, type, Object.fromEntries(changed)] as Token;
}

const formOf = (form: unknown) =>
  typeof form === 'string' ? accented(form) : Array.isArray(form) ? form.map(pseudoToken) : form;

/** Tags of rich texts stay as they are. */
const accented = (text: string) => text.replace(/<[^>]*>|[aeioucnsAEIOU]/g, (found) => letters[found] ?? found);
