import { useEffect, useRef } from 'react';
import { Icon } from '../design';
import { useLingui } from '../language';
import type { Recorder } from './recorder';

/** Before the recording: start it, or leave it. */
export function StartBar({ recorder, onClose }: { recorder: Recorder; onClose: () => void }) {
  const { i18n } = useLingui();
  const start = useRef<HTMLButtonElement>(null);
  useEffect(() => start.current?.focus(), []);
  return (
    <div className="rc">
      <div>
        <button type="button" className="ib" aria-label={i18n._('Close')} title={i18n._('Close')} onClick={onClose}>
          <Icon name="close" />
        </button>
        <button ref={start} type="button" className="stop begin" onClick={() => recorder.begin()}>
          <i />
          {i18n._('Start recording')}
        </button>
      </div>
    </div>
  );
}
