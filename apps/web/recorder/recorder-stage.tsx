import { useEffect, useState } from 'react';
import { useLingui, useTimes } from '../language';
import './recorder.css';
import { DeviceCheck } from './device-check';
import { LivePicture } from './live-picture';
import { Notes } from './notes';
import { PermissionHelp } from './permission-help';
import { Recorder } from './recorder';
import { RecorderBar } from './recorder-bar';
import { SafeLine } from './safe-line';
import { sourceName } from './source-words';
import type { Source } from './sources';
import { StartBar } from './start-bar';
import { useRecorderNow, useStayWhile } from './use-recorder';

export interface RecorderStageProps {
  source: Source;
  memberId: string;
  draftKey?: string;
  onStopped: (uploadId: string, source: Source) => void;
  onClose: () => void;
  /** Offered where the browser records nothing. */
  onUpload?: () => void;
  /** For keys of the page around: the recorder while it is here. */
  onRecorder?: (recorder: Recorder | undefined) => void;
}

/** The recorder in a page: check, countdown, recording. What comes after Stop is the page's. */
export function RecorderStage(props: RecorderStageProps) {
  const { source, memberId, draftKey, onStopped, onClose, onUpload, onRecorder } = props;
  const { i18n } = useLingui();
  const times = useTimes();
  const [hasNotes, setHasNotes] = useState(false);
  const nameOf = () => i18n._('Recording {date} {time}', nowWords(times));
  const [recorder] = useState(() => new Recorder({ memberId, draftKey, nameOf, onStopped }));
  recorder.wish = { memberId, draftKey, nameOf, onStopped };
  const now = useRecorderNow(recorder);
  const isRecording = now.phase === 'recording' || now.phase === 'paused' || now.phase === 'stopping';
  useStayWhile(isRecording);

  useEffect(() => {
    void recorder.choose(source);
    onRecorder?.(recorder);
    return () => {
      onRecorder?.(undefined);
      // Left in the middle of it: what was said is kept, and found with its draft.
      void recorder.stop().then(() => recorder.close());
    };
  }, [recorder, source, onRecorder]);

  const { capture } = now;
  const lines = capture?.lines;
  return (
    <>
      <div className={`stage${source === 'voice' ? ' for-voice' : ''}${capture ? '' : ' asks'}`}>
        {capture && <LivePicture capture={capture} />}
        {now.phase === 'asking' && (
          <p className="stage-help" role="status">
            {i18n._('Your browser asks whether this page may record. Nothing is recorded before you start.')}
          </p>
        )}
        {now.phase === 'problem' && now.problem && (
          <PermissionHelp
            problem={now.problem}
            onRetry={() => void recorder.choose(source)}
            onClose={onClose}
            onUpload={onUpload}
          />
        )}
        {now.phase === 'counting' && (
          <button type="button" className="countdown" onClick={() => recorder.begin()}>
            <b aria-live="assertive">{now.count}</b>
            <span>{i18n._('Press to start at once')}</span>
          </button>
        )}
        {isRecording && hasNotes && <Notes />}
        {isRecording && now.isSilent && (
          <p className="silent-line" role="status">
            {i18n._('Your microphone hears nothing. Is it on?')}
          </p>
        )}
        {now.phase === 'ready' && <StartBar recorder={recorder} onClose={onClose} />}
        {isRecording && capture && (
          <RecorderBar
            recorder={recorder}
            capture={capture}
            hasNotes={hasNotes}
            onNotes={() => setHasNotes(!hasNotes)}
          />
        )}
      </div>
      {now.phase === 'ready' && capture && (
        <DeviceCheck recorder={recorder} capture={capture} isSilent={now.isSilent} />
      )}
      {isRecording && (
        <SafeLine
          uploadId={now.uploadId}
          end={[sourceName(i18n, source), ...(lines ? [i18n._('{lines}p', { lines })] : [])]}
        />
      )}
    </>
  );
}

function nowWords(times: ReturnType<typeof useTimes>) {
  const now = Date.now();
  return { date: times.dayOf(now), time: times.clock(now).replace(':', '.') };
}
