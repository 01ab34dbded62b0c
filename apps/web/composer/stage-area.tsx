import { useRef, useState } from 'react';
import { Icon } from '../design';
import { useLingui } from '../language';
import { type Recorder, RecorderStage, RecordingPreview, SafeLine, type Source, SourceChoice } from '../recorder';
import { dropRecording, useUpload } from '../uploads';
import type { Attachment } from './draft';

/** The place of the picture: choose what to record, record, look at it. Files may be dropped on it. */
export function StageArea({
  recording,
  source,
  memberId,
  draftKey,
  onSource,
  onStopped,
  onRemove,
  onRecorder,
  onAttach,
}: {
  /** The recording that the draft has. */
  recording?: Attachment;
  /** Being set up or recorded now. */
  source?: Source;
  memberId: string;
  draftKey: string;
  onSource: (source: Source | undefined) => void;
  onStopped: (uploadId: string, source: Source) => void;
  onRemove: (recording: Attachment) => void;
  onRecorder: (recorder: Recorder | undefined) => void;
  onAttach: () => void;
}) {
  const { i18n } = useLingui();
  const lastSource = useRef<Source>('camera');
  if (source) lastSource.current = source;
  if (source) {
    return (
      <RecorderStage
        key={source}
        source={source}
        memberId={memberId}
        draftKey={draftKey}
        onStopped={onStopped}
        onClose={() => onSource(undefined)}
        onUpload={onAttach}
        onRecorder={onRecorder}
      />
    );
  }
  if (recording) {
    return (
      <Recorded
        recording={recording}
        onAgain={() => {
          if (recording.uploadId) void dropRecording(recording.uploadId);
          onRemove(recording);
          onSource(lastSource.current);
        }}
        onRemove={() => {
          if (recording.uploadId) void dropRecording(recording.uploadId);
          onRemove(recording);
        }}
      />
    );
  }
  return (
    <div className="stage asks empty-stage">
      <div>
        <SourceChoice onChoose={onSource} />
        <p>
          {i18n._('Record it, or write below. Files can be dropped or pasted anywhere.')}{' '}
          <button type="button" className="link" onClick={onAttach}>
            {i18n._('Choose a file')}
          </button>
        </p>
      </div>
    </div>
  );
}

function Recorded({
  recording,
  onAgain,
  onRemove,
}: {
  recording: Attachment;
  onAgain: () => void;
  onRemove: () => void;
}) {
  const { i18n } = useLingui();
  const upload = useUpload(recording.uploadId);
  const [isSure, setSure] = useState(false);
  return (
    <>
      <div className={`stage${upload && !upload.hasPicture ? ' for-voice' : ''}${upload ? '' : ' asks empty-stage'}`}>
        {upload ? (
          <RecordingPreview key={upload.id} uploadId={upload.id} />
        ) : (
          <p className="stage-help">
            <Icon name="recording" />
            <b>{recording.filename || i18n._('Your recording')}</b>
            {i18n._('It is on the server and goes with this thread.')}
          </p>
        )}
      </div>
      <div className="recorded-line">
        {upload && <SafeLine uploadId={upload.id} />}
        <span>
          {isSure ? (
            <>
              <button type="button" className="btn bare" onClick={() => setSure(false)}>
                {i18n._('Keep it')}
              </button>
              <button type="button" className="btn quiet" onClick={onRemove}>
                {i18n._('Discard it')}
              </button>
            </>
          ) : (
            <>
              <button type="button" className="btn bare" onClick={() => setSure(true)}>
                {i18n._('Remove')}
              </button>
              <button type="button" className="btn quiet" onClick={onAgain}>
                {i18n._('Record again')}
              </button>
            </>
          )}
        </span>
      </div>
    </>
  );
}
