import type { ReactNode } from 'react';
import { useLingui } from '../language';

/** The foot of a step: go on, or do it later. While one step is being saved, nothing is pressed that was meant for the next. */
export function StepChoices(props: { onSkip?: () => void; isSaving?: boolean; children: ReactNode }) {
  const { onSkip, isSaving, children } = props;
  const { i18n } = useLingui();
  return (
    <div className="choices">
      {onSkip ? (
        <button type="button" className="btn bare" onClick={onSkip} disabled={isSaving}>
          {i18n._('Do this later')}
        </button>
      ) : (
        <span />
      )}
      {children}
    </div>
  );
}
