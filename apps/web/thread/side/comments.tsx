import { Avatar, Empty } from '../../design';
import { duration, useLingui, useTimes } from '../../language';
import type { MediaTalkNow, Playback } from '../../player';
import { Prose } from '../../posts';

/** What was said about moments of a recording, in the recording's order. */
export function Comments({
  moments,
  playback,
  onMoment,
  onComment,
}: {
  moments: MediaTalkNow['moments'];
  playback: Playback;
  onMoment: (postId: string) => void;
  onComment: () => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const there = moments
    .filter(({ deletedAt, moment }) => !deletedAt && moment)
    .toSorted((one, other) => one.moment!.seconds - other.moment!.seconds);
  return (
    <div className="comments">
      {there.length === 0 && (
        <Empty title={i18n._('No comments yet.')}>{i18n._('M comments at the moment that is playing.')}</Empty>
      )}
      {there.map(({ id, author, body, publishedAt, moment }) => (
        <article key={id} className="comment">
          <Avatar member={author} size="sm" />
          <div>
            <p className="who">
              <b dir="auto">{author.name}</b>
              <button type="button" className="stamp" onClick={() => playback.seek(moment!.seconds)}>
                {i18n._('at {time}', { time: duration(moment!.seconds) })}
              </button>
            </p>
            <Prose markdown={body} />
            <button type="button" className="link" onClick={() => onMoment(id)}>
              {publishedAt
                ? i18n._('In the thread, {time}', { time: times.since(publishedAt) })
                : i18n._('In the thread')}
            </button>
          </div>
        </article>
      ))}
      <button type="button" className="btn quiet" onClick={onComment}>
        {i18n._('Comment at this moment')}
        <kbd>M</kbd>
      </button>
    </div>
  );
}
