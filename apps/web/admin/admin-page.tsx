import type { ReactNode } from 'react';
import { usePageTitle } from '../shell';

/** A page of the console: its name, one sentence on how things stand, what can be done, and the rest below. */
export function AdminPage({
  title,
  lead,
  tools,
  children,
}: {
  title: string;
  lead?: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}) {
  usePageTitle(title);
  return (
    <div className="admin">
      <header>
        <div>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {tools && <div className="tools">{tools}</div>}
      </header>
      {children}
    </div>
  );
}
