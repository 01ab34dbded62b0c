import { Icon } from '../design';
import { useShortcuts } from '../keyboard';
import { duration, useLingui } from '../language';
import type { Capture } from './capture';
import { Level } from './level';
import type { Recorder } from './recorder';
import { useRecorderNow, useSeconds } from './use-recorder';

/** Timer, level, pause, start again, notes, Stop. */
export function RecorderBar({
  recorder,
  capture,
  onNotes,
  hasNotes,
}: {
  recorder: Recorder;
  capture: Capture;
  onNotes: () => void;
  hasNotes: boolean;
}) {
  const { i18n } = useLingui();
  const { phase } = useRecorderNow(recorder);
  const seconds = useSeconds(recorder);
  const isPaused = phase === 'paused';
  useShortcuts(i18n._('Recording'), [
    { id: 'recorder.pause', keys: 'P', title: i18n._('Pause or go on'), run: () => recorder.pause() },
    { id: 'recorder.stop', keys: 'S', title: i18n._('Stop'), run: () => void recorder.stop() },
    { id: 'recorder.notes', keys: 'N', title: i18n._('Speaker notes'), run: onNotes },
  ]);
  const pauseTitle = isPaused ? i18n._('Go on (P)') : i18n._('Pause (P)');
  return (
    <div className="rc">
      <div>
        <span className={`live${isPaused ? ' held' : ''}`} role="timer" aria-label={i18n._('Recorded')}>
          <i />
          {duration(seconds)}
        </span>
        {capture.hasMicrophone && <Level capture={capture} />}
        <button
          type="button"
          className="ib"
          aria-label={pauseTitle}
          title={pauseTitle}
          aria-pressed={isPaused}
          onClick={() => recorder.pause()}
        >
          <Icon name={isPaused ? 'play' : 'pause'} />
        </button>
        <button
          type="button"
          className="ib"
          aria-label={i18n._('Start again')}
          title={i18n._('Start again')}
          onClick={() => void recorder.restart()}
        >
          <Icon name="restart" flips />
        </button>
        <button
          type="button"
          className="ib"
          aria-label={i18n._('Speaker notes (N)')}
          title={i18n._('Speaker notes (N)')}
          aria-pressed={hasNotes}
          onClick={onNotes}
        >
          <Icon name="note" />
        </button>
        <button
          type="button"
          className="stop"
          title={i18n._('Stop (S)')}
          disabled={phase === 'stopping'}
          onClick={() => void recorder.stop()}
        >
          <i />
          {i18n._('Stop')}
        </button>
      </div>
    </div>
  );
}
