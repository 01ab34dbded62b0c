import { useSyncExternalStore } from 'react';
import { useLingui } from '../language';
import { dismiss, notices } from './notice';

export function Notices() {
  const standing = useSyncExternalStore(notices.subscribe, notices.get);
  const { i18n } = useLingui();
  return (
    <div className="notices" role="status" aria-live="polite">
      {standing.map((one) => (
        <div key={one.key} className={one.isProblem ? 'bad' : undefined}>
          <span>{one.text}</span>
          {one.undo && (
            <button type="button" onClick={() => answer(one.key, one.undo)}>
              {i18n._('Undo')}
            </button>
          )}
          {one.action && (
            <button type="button" onClick={() => answer(one.key, one.action?.run)}>
              {one.action.label}
            </button>
          )}
          {one.isProblem && (
            <button type="button" onClick={() => dismiss(one.key)}>
              {i18n._('Close')}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

function answer(key: number, act?: () => unknown): void {
  dismiss(key);
  void act?.();
}
