import { Link } from '@tanstack/react-router';
import { Avatar } from '../design';
import { duration, useLingui, useTimes } from '../language';
import type { Hit } from './search-query';
import { snippetParts } from './snippet';

/** One find: who, where, when, and the words around it; spoken words lead to their second. */
export function HitLine({ hit }: { hit: Hit }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const { post, mediaSeconds } = hit;
  const { channel } = post.thread;
  return (
    <li>
      <Avatar member={post.author} size="lg" />
      <div>
        <div className="ttl">
          <Link
            to="/t/$threadId"
            params={{ threadId: post.thread.id }}
            search={{ post: post.id, at: mediaSeconds ?? undefined }}
          >
            {post.thread.title}
          </Link>
        </div>
        <p>
          {snippetParts(hit.snippet).map(({ text, isFound, at }) =>
            isFound ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </p>
        <p className="from">
          {post.author.name}
          {channel.visibility !== 'DIRECT' && ` · #${channel.name}`}
          {post.publishedAt && ` · ${times.since(post.publishedAt)}`}
        </p>
      </div>
      {mediaSeconds !== null && (
        <span className="badge">{i18n._('spoken at {time}', { time: duration(mediaSeconds) })}</span>
      )}
    </li>
  );
}
