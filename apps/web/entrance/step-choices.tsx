import type { ReactNode } from 'react';
import { useLingui } from '../language';

/** The foot of a step: go on, or do it later. */
export function StepChoices({ onSkip, children }: { onSkip?: () => void; children: ReactNode }) {
  const { i18n } = useLingui();
  return (
    <div className="choices">
      {onSkip ? (
        <button type="button" className="btn bare" onClick={onSkip}>
          {i18n._('Do this later')}
        </button>
      ) : (
        <span />
      )}
      {children}
    </div>
  );
}
