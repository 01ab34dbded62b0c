import { Link } from '@tanstack/react-router';
import { Icon, MenuButton } from '../design';
import { bytesWords, duration, longDuration, useLingui, useTimes } from '../language';
import type { Recording } from './documents';

/** One of my recordings: where it is used, how far its making is, and what can be done with it. */
export function RecordingCard({
  recording: { media, post, createdAt, storedBytes, seenBy },
  onCancel,
  onDelete,
}: {
  recording: Recording;
  onCancel: () => void;
  onDelete: () => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const title = post?.thread.title ?? media.filename;
  const state =
    media.status === 'FAILED'
      ? (media.failure ?? i18n._('It could not be read.'))
      : media.status === 'READY'
        ? ''
        : media.remainingSeconds === null
          ? i18n._('being prepared, {percent} %', { percent: Math.round(media.progress * 100) })
          : i18n._('being prepared, ready in about {time}', {
              time: longDuration(i18n, Math.max(60, media.remainingSeconds)),
            });
  return (
    <li>
      <span className="clip">
        {media.posterUrl ? (
          <img src={media.posterUrl} alt="" loading="lazy" />
        ) : (
          <Icon name={media.kind === 'AUDIO' ? 'microphone' : media.kind === 'VIDEO' ? 'recording' : 'clip'} />
        )}
        {media.durationSeconds !== null && <span className="len">{duration(media.durationSeconds)}</span>}
      </span>
      <div>
        <div className="ttl">
          {post ? (
            <Link to="/t/$threadId" params={{ threadId: post.thread.id }} search={{ post: post.id }}>
              {title}
            </Link>
          ) : (
            title
          )}
        </div>
        <p>
          <time dateTime={createdAt}>{times.since(createdAt)}</time>
          {` · ${bytesWords(i18n, storedBytes)}`}
          {!post && ` · ${i18n._('in no post')}`}
        </p>
        {seenBy.length > 0 && (
          <p>
            {i18n._('Seen by {names}', {
              names: times.list(seenBy.map(({ name }) => name)),
            })}
          </p>
        )}
        {state && <p className={media.status === 'FAILED' ? 'fail' : undefined}>{state}</p>}
      </div>
      <span className="acts">
        <MenuButton
          label={i18n._('More about {title}', { title })}
          items={[
            {
              label: i18n._('Download'),
              icon: 'download',
              isDisabled: !media.originalUrl,
              run: () =>
                void (
                  media.originalUrl &&
                  open(`${media.originalUrl}${media.originalUrl.includes('?') ? '&' : '?'}download=1`)
                ),
            },
            ...(media.status === 'PROCESSING'
              ? [{ label: i18n._('Stop preparing'), icon: 'close' as const, run: onCancel }]
              : []),
            { label: i18n._('Delete'), icon: 'trash', isDanger: true, run: onDelete },
          ]}
        >
          <Icon name="more" />
        </MenuButton>
      </span>
    </li>
  );
}
