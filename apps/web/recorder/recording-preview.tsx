import { useEffect, useState } from 'react';
import './recorder.css';
import { duration, useLingui } from '../language';
import { playbackOf, useUpload } from '../uploads';

/** A recording of this device, played from what is kept here. */
export function RecordingPreview({ uploadId }: { uploadId: string }) {
  const { i18n } = useLingui();
  const upload = useUpload(uploadId);
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isGone = false;
    void playbackOf(uploadId)
      ?.then((blob) => {
        if (isGone) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [uploadId]);
  if (!upload) return null;
  const label = i18n._('Your recording, {length}', { length: duration(upload.spooledSeconds) });
  if (upload.state === 'failed') {
    return (
      <p className="stage-help">
        <a className="btn primary" href={url} download={upload.filename}>
          {i18n._('Save the recording on this device')}
        </a>
      </p>
    );
  }
  return upload.hasPicture ? (
    // biome-ignore lint/a11y/useMediaCaption: one's own words of a moment ago; captions are made after sending
    <video className="playback" src={url} controls playsInline aria-label={label} />
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: see above
    <audio className="playback" src={url} controls aria-label={label} />
  );
}
