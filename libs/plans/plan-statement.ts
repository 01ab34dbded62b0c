import { createHash } from 'node:crypto';
import { type NamedStatement, namedStatement } from '#database';

/** Statements with a name stay prepared on every connection for good, so a process makes only so many of them. */
const MOST_NAMED = 200;
const named = new Set<string>();

/**
 * A statement of a plan, named after what it brings and its text while there are not too many; Postgres plans the rest
 * each time.
 */
export function planStatement(what: string, text: string): NamedStatement<string> {
  const name = `plan.${what}.${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
  const isNamed = named.has(name) || named.size < MOST_NAMED;
  if (isNamed) named.add(name);
  return namedStatement(isNamed ? name : '', text);
}
