import type { FormEvent, ReactNode } from 'react';
import { Mark } from '../design';
import './entrance.css';

/** The calm page before somebody is inside: one column, one task. */
export function EntranceFrame({
  title,
  lead,
  children,
  wide,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  wide?: boolean;
}) {
  return (
    <main className={`entrance${wide ? ' wide' : ''}`}>
      <Mark />
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </main>
  );
}

/** The text of a form's fields by name. */
export function textsOf(event: FormEvent<HTMLFormElement>): Record<string, string> {
  event.preventDefault();
  const texts = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
  return Object.fromEntries(texts);
}

/** A handle from a name: what the person may still change. "José Díaz" is `jose.diaz`. */
export function handleFrom(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 32);
}
