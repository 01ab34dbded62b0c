import { memo, useState } from 'react';
import { Avatar } from '../design';
import { duration, useLingui, useTimes } from '../language';
import { Attachment, type Deck, Player } from '../player';
import { Prose } from '../posts';
import { useViewer } from '../shell';
import { Answered } from './banner/answered';
import { CallLine } from './call/call-line';
import { EditPostForm } from './edit-post-form';
import type { Answer, PostNow } from './fragments';
import { PostMenu } from './post-menu';
import { Reactions } from './reactions';

export interface PostProps {
  post: PostNow;
  deck: Deck;
  /** The recording that time stamps in the text speak of, and how long it is. */
  recording?: { mediaId: string; seconds: number };
  /** The first post shows its recording and who has answered above its text. */
  isFirst?: boolean;
  isTarget?: boolean;
  isNew?: boolean;
  asShown: (answer: Answer) => Answer;
  onMoment: (postId: string) => void;
}

/** One message of a thread. */
export const Post = memo(function Post(props: PostProps) {
  const { post, deck, recording, isFirst, isTarget, isNew, asShown, onMoment } = props;
  const { i18n } = useLingui();
  const times = useTimes();
  const { member } = useViewer();
  const [isEditing, setEditing] = useState(false);
  const own = ownRecording(post);
  const heard = own ?? recording;
  const seek = (mediaId: string, seconds: number) => {
    deck.of(mediaId).seek(seconds);
    void deck.of(mediaId).play();
  };
  const media = <PostMedia post={post} onMoment={onMoment} />;
  const answered = (
    <>
      <CallLine post={post} />
      <Answered post={post} viewerId={member.id} asShown={asShown} />
    </>
  );
  if (post.deletedAt) {
    return (
      <article className="msg gone" id={`post-${post.id}`}>
        <Avatar member={post.author} size="lg" />
        <p>{i18n._('{name} deleted this message.', { name: post.author.name })}</p>
      </article>
    );
  }
  return (
    <>
      {isFirst && media}
      {isFirst && answered}
      {isNew && (
        <p className="new-line">
          <span>{i18n._('New')}</span>
        </p>
      )}
      <article
        className={`msg${isTarget ? ' target' : ''}`}
        id={`post-${post.id}`}
        aria-label={i18n._('{name}, {time}', { name: post.author.name, time: times.full(post.publishedAt ?? 0) })}
      >
        <Avatar member={post.author} size="lg" />
        <div className="said">
          <div className="who">
            <b dir="auto">{post.author.name}</b>
            {post.publishedAt && (
              <time dateTime={post.publishedAt} title={times.full(post.publishedAt)}>
                {times.since(post.publishedAt)}
              </time>
            )}
            {post.moment && (
              <button
                type="button"
                className="stamp"
                onClick={() => post.moment && seek(post.moment.media.id, post.moment.seconds)}
              >
                {i18n._('at {time}', { time: duration(post.moment.seconds) })}
              </button>
            )}
            {post.editedAt && <span title={times.full(post.editedAt)}>{i18n._('edited')}</span>}
            <PostMenu post={post} onEdit={() => setEditing(true)} />
          </div>
          {isEditing ? (
            <EditPostForm post={post} onClose={() => setEditing(false)} />
          ) : (
            post.body && (
              <Prose
                markdown={post.body}
                decoration={{ seekableSeconds: heard?.seconds, viewerHandle: member.handle }}
                onSeek={(seconds) => heard && seek(heard.mediaId, seconds)}
              />
            )
          )}
          {!isFirst && media}
          {!isFirst && answered}
          <Reactions post={post} />
        </div>
      </article>
    </>
  );
});

function PostMedia({ post, onMoment }: { post: PostNow; onMoment: (postId: string) => void }) {
  const { i18n } = useLingui();
  if (post.media.length === 0) return null;
  return (
    <div className="media">
      {post.media.map((media) =>
        media.kind === 'VIDEO' || media.kind === 'AUDIO' ? (
          <Player
            key={media.id}
            media={media}
            label={i18n._('Recording of {name}: {file}', { name: post.author.name, file: media.filename })}
            onMoment={onMoment}
          />
        ) : (
          <Attachment key={media.id} media={media} />
        ),
      )}
    </div>
  );
}

/** The recording that a post carries. */
export function ownRecording({ media, moment }: PostNow): { mediaId: string; seconds: number } | undefined {
  const found = media.find(({ kind }) => kind === 'VIDEO' || kind === 'AUDIO');
  if (!found || moment) return undefined;
  return { mediaId: found.id, seconds: found.durationSeconds ?? 0 };
}
