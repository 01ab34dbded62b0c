import { Link } from '@tanstack/react-router';
import { Avatar, Icon } from '../design';
import { duration, useLingui, useTimes } from '../language';
import type { Entry } from './catch-up-query';

/** One entry: who, where, in short what, and how long the whole would take. */
export function EntryLine({ entry, isCurrent, onSave }: { entry: Entry; isCurrent: boolean; onSave: () => void }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const { post, thread, expectedResponse } = entry;
  const due = expectedResponse?.dueAt;
  return (
    <li className={isCurrent ? 'sel' : undefined}>
      <Avatar member={post.author} size="lg" />
      <div>
        <p className="from">
          <b>{post.author.name}</b>
          {thread.channel.visibility !== 'DIRECT' && ` · #${thread.channel.name}`}
          {post.publishedAt && ` · ${times.since(post.publishedAt)}`}
        </p>
        <div className="ttl">
          <Link to="/t/$threadId" params={{ threadId: thread.id }} search={{ post: post.id }}>
            {thread.title}
          </Link>
        </div>
        <p className="excerpt">{thread.conclusion?.summary ?? entry.excerpt}</p>
      </div>
      <span className="acts">
        {due && <span className="x soon">{i18n._('by {time}', { time: times.due(due) })}</span>}
        {entry.listeningSeconds > 0 && <span className="badge">{duration(entry.listeningSeconds)}</span>}
        <button
          type="button"
          className="ib"
          aria-label={i18n._('Save for later: {title}', { title: thread.title })}
          title={i18n._('Save (S)')}
          onClick={onSave}
        >
          <Icon name="bookmark" />
        </button>
      </span>
    </li>
  );
}
