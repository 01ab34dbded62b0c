import { Link } from '@tanstack/react-router';
import { Avatar, Glyph } from '../design';
import { duration, useLingui, useTimes } from '../language';
import type { ThreadLine } from './channel-query';

const glyphs = { FYI: 'fyi', ACKNOWLEDGE: 'acknowledge', REPLY: 'due', DECIDE: 'decide' } as const;

export function ThreadLines({ threads }: { threads: ThreadLine[] }) {
  const { i18n } = useLingui();
  const times = useTimes();
  return (
    <ul className="lines thread-lines">
      {threads.map((thread) => (
        <li key={thread.id} className={thread.viewerUnreadCount > 0 ? 'new' : undefined}>
          <Avatar member={thread.author} size="lg" />
          <div>
            <div className="from">
              <b>{thread.author.name}</b>
              {' · '}
              <time dateTime={thread.lastActivityAt} title={times.full(thread.lastActivityAt)}>
                {times.since(thread.lastActivityAt)}
              </time>
            </div>
            <div className="ttl cut">
              <Link to="/t/$threadId" params={{ threadId: thread.id }}>
                {thread.title}
                {thread.viewerUnreadCount > 0 && <span className="sr"> ({i18n._('new')})</span>}
              </Link>
            </div>
            <p className="cut">{thread.conclusion?.summary ?? plain(thread.firstPost?.body ?? '')}</p>
          </div>
          <span className="acts">
            {thread.mediaSeconds > 0 && <span className="badge">{duration(thread.mediaSeconds)}</span>}
            <span className="x plain">
              {thread.firstPost &&
                thread.firstPost.expectation.kind !== 'FYI' &&
                !thread.firstPost.expectation.fulfilled && (
                  <Glyph
                    kind={
                      thread.firstPost.expectation.timing === 'NOW'
                        ? 'urgent'
                        : glyphs[thread.firstPost.expectation.kind]
                    }
                    left={0.6}
                  />
                )}
              {i18n._('{count, plural, =1 {no reply} =2 {one reply} other {{replies} replies}}', {
                count: thread.postCount,
                replies: thread.postCount - 1,
              })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One line of Markdown without its signs. */
const plain = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~>#]+/g, '')
    .trim();
