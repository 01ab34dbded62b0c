import { Link } from '@tanstack/react-router';
import { Icon } from '../design';
import { duration, useLingui, useTimes } from '../language';
import type { DraftNode, ScheduledNode, UnfinishedNode } from './drafts-query';

export function DraftLine({
  draft,
  isCurrent,
  onDiscard,
}: {
  draft: DraftNode;
  isCurrent: boolean;
  onDiscard: () => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const title = draft.title || draft.thread?.title || draft.body.slice(0, 60) || i18n._('Without a title');
  return (
    <li className={isCurrent ? 'sel' : undefined}>
      <Icon name={draft.media.length > 0 ? 'recording' : 'pencil'} />
      <div>
        <div className="ttl">
          {draft.thread ? (
            <Link to="/t/$threadId" params={{ threadId: draft.thread.id }} search={{ reply: true }}>
              {i18n._('Reply: {title}', { title })}
            </Link>
          ) : (
            <Link to="/new" search={{ draft: draft.id }}>
              {title}
            </Link>
          )}
        </div>
        <p>
          {draft.channel && `#${draft.channel.name} · `}
          {i18n._('saved {time}', { time: times.since(draft.updatedAt) })}
        </p>
      </div>
      <span className="acts">
        <button
          type="button"
          className="ib"
          aria-label={i18n._('Discard: {title}', { title })}
          title={i18n._('Discard (Del)')}
          onClick={onDiscard}
        >
          <Icon name="trash" />
        </button>
      </span>
    </li>
  );
}

export function UnfinishedLine({
  media,
  onFinish,
  onDiscard,
}: {
  media: UnfinishedNode;
  onFinish: () => void;
  onDiscard: () => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  return (
    <li>
      <Icon name="recording" />
      <div>
        <div className="ttl">{i18n._('Recording of {time}', { time: times.since(media.createdAt) })}</div>
        <p>
          {media.durationSeconds
            ? i18n._('{length} arrived', { length: duration(media.durationSeconds) })
            : media.filename}
        </p>
      </div>
      <span className="acts">
        <button type="button" className="btn soft" onClick={onFinish}>
          {i18n._('Finish with what arrived')}
        </button>
        <button type="button" className="btn bare" onClick={onDiscard}>
          {i18n._('Discard')}
        </button>
      </span>
    </li>
  );
}

export function ScheduledLine({ post, onEdit }: { post: ScheduledNode; onEdit: () => void }) {
  const { i18n } = useLingui();
  const times = useTimes();
  return (
    <li>
      <Icon name="clock" />
      <div>
        <div className="ttl">{post.thread.title}</div>
        <p>
          {`#${post.thread.channel.name} · `}
          {post.scheduledFor && (
            <time dateTime={post.scheduledFor}>{i18n._('sends {time}', { time: times.due(post.scheduledFor) })}</time>
          )}
        </p>
      </div>
      <span className="acts">
        <button type="button" className="btn quiet" onClick={onEdit}>
          {i18n._('Take back and edit')}
        </button>
      </span>
    </li>
  );
}
