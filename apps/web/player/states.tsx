import { useMutation } from 'urql';
import { sentenceOf } from '../api';
import { Icon } from '../design';
import { longDuration, useLingui, useTimes } from '../language';
import { notice } from '../notice';
import { type MediaNow, RetryMedia } from './media';

/** What is still being made, in words. The recording plays meanwhile. */
export function InTheMaking({ media }: { media: MediaNow }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const { status, transcriptStatus } = media;
  if (status !== 'PROCESSING' && status !== 'UPLOADING' && transcriptStatus !== 'PENDING') return null;
  // Speech is read about twice as fast as it is spoken.
  const minutes = Math.max(1, Math.ceil((media.durationSeconds ?? 60) / 120));
  return (
    <p className="making" role="status">
      {status === 'UPLOADING' ? (
        <span>{i18n._('Still being uploaded')}</span>
      ) : (
        <>
          {transcriptStatus === 'PENDING' && (
            <span>{i18n._('Captions in about {minutes, plural, one {# minute} other {# minutes}}', { minutes })}</span>
          )}
          {status === 'PROCESSING' && (
            <span>
              {i18n._('Streaming copies {percent} %', { percent: times.number(Math.round(media.progress * 100)) })}
              {media.remainingSeconds !== null &&
                ` · ${i18n._('ready in about {time}', { time: longDuration(i18n, Math.max(60, media.remainingSeconds)) })}`}
            </span>
          )}
        </>
      )}
    </p>
  );
}

/** It cannot be played: why, and what can be done. The original can be had in any case. */
export function Broken({ media, onRetry }: { media: MediaNow; onRetry?: () => void }) {
  const { i18n } = useLingui();
  const [{ fetching }, retryMedia] = useMutation(RetryMedia);
  if (media.status === 'UPLOADING')
    return (
      <p className="making" role="status">
        {i18n._('{name} is still being uploaded. It can be played when that has ended.', { name: media.filename })}
      </p>
    );
  const retry = async () => {
    if (onRetry) return onRetry();
    const { error } = await retryMedia({ input: { mediaId: media.id } });
    if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
  };
  const reason = media.failure ?? i18n._('This recording could not be played here.');
  return (
    <div className="problem broken" role="alert">
      <Icon name="warning" />
      <p>
        <b>{media.filename}</b> {reason}
      </p>
      <button type="button" disabled={fetching} onClick={() => void retry()}>
        {i18n._('Try again')}
      </button>
      {media.originalUrl && (
        <a href={media.originalUrl} download={media.filename}>
          {i18n._('Download')}
        </a>
      )}
    </div>
  );
}
