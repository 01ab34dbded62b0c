import { useRef, useState } from 'react';
import { Sheet } from '../design';
import { useLingui } from '../language';
import { notice } from '../notice';
import { useViewer } from '../shell';
import { dropRecording, mediaIdOf, useUpload } from '../uploads';
import { RecorderStage } from './recorder-stage';
import { RecordingPreview } from './recording-preview';
import { SafeLine } from './safe-line';
import type { Source } from './sources';

export interface RecorderSheetProps {
  source: Source;
  onDone: (mediaId: string) => void;
  onClose: () => void;
}

/** The recorder over a page: record, look at it, keep it or record again. */
export function RecorderDialog({ source, onDone, onClose }: RecorderSheetProps) {
  const { i18n } = useLingui();
  const { member } = useViewer();
  const [uploadId, setUploadId] = useState<string>();
  const upload = useUpload(uploadId);
  const keep = async () => {
    if (!uploadId) return;
    onDone(await mediaIdOf(uploadId));
  };
  const again = () => {
    if (uploadId) void dropRecording(uploadId);
    setUploadId(undefined);
  };
  /** Closing is no decision against it: it is put aside, and can be discarded for a moment. */
  const putAside = (id: string) =>
    notice({
      text: i18n._('The recording was put aside. It stays among your recordings.'),
      action: { label: i18n._('Discard it'), run: () => void dropRecording(id) },
      forMs: 10_000,
    });
  const isClosed = useRef(false);
  const close = () => {
    isClosed.current = true;
    if (uploadId) putAside(uploadId);
    onClose();
  };
  return (
    <Sheet title={uploadId ? i18n._('Your recording') : i18n._('Record')} onClose={close} wide>
      <div className="recorder-sheet">
        {!uploadId && (
          <RecorderStage
            source={source}
            memberId={member.id}
            onStopped={(id) => (isClosed.current ? putAside(id) : setUploadId(id))}
            onClose={close}
          />
        )}
        {uploadId && (
          <>
            <div className={`stage${source === 'voice' ? ' for-voice' : ''}`}>
              <RecordingPreview uploadId={uploadId} />
            </div>
            <SafeLine uploadId={uploadId} />
          </>
        )}
      </div>
      {uploadId && (
        <footer>
          <button type="button" className="btn quiet" onClick={again}>
            {i18n._('Record again')}
          </button>
          <button type="button" className="btn primary" onClick={() => void keep()} disabled={!upload}>
            {upload?.mediaId ? i18n._('Keep it') : i18n._('Keep it once it is sent')}
          </button>
        </footer>
      )}
    </Sheet>
  );
}
