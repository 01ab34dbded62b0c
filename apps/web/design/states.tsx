import type { ReactNode } from 'react';
import { useLingui } from '../language';
import { Icon } from './icon';

/** Keeps the layout while something loads; shows itself only after 200 ms. */
export function Skeleton({ lines = 4, label }: { lines?: number; label?: string }) {
  const { i18n } = useLingui();
  return (
    <div className="skeleton" role="status" aria-label={label ?? i18n._('Loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no names
        <i key={line} style={{ inlineSize: `${[92, 74, 83, 61][line % 4]}%` }} />
      ))}
    </div>
  );
}

/** Nothing here: says so, and what comes next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <b>{title}</b>
      {children}
    </div>
  );
}

/** What failed, in words, with the next step. */
export function Problem({ children, onRetry }: { children: ReactNode; onRetry?: () => void }) {
  const { i18n } = useLingui();
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <p>{children}</p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {i18n._('Try again')}
        </button>
      )}
    </div>
  );
}
