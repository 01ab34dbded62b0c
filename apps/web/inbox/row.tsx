import { Trans } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Avatar } from '../design';
import { useLingui, useTimes } from '../language';
import { firstLine, type Item } from './items';
import { RowMedia } from './row-media';

interface RowProps {
  item: Item;
  /** Whose face stands in front: who asks, or who is asked. */
  person: { id: string; name: string; avatarUrl: string | null };
  from: 'you' | 'others';
  line?: ReactNode;
  chip: ReactNode;
  acts?: ReactNode;
  isCurrent: boolean;
  isPicked: boolean;
  isUrgent?: boolean;
  onCurrent: () => void;
}

/** One row is one link; what else can be done stands above it and has keys of its own. */
export function Row({ item, person, from, line, chip, acts, isCurrent, isPicked, isUrgent, onCurrent }: RowProps) {
  const { i18n } = useLingui();
  const times = useTimes();
  const { thread, publishedAt, media, body } = item.post;
  const isNew = from === 'you' && thread.viewerUnreadCount > 0;
  const classes = ['row', isNew && 'new', isCurrent && 'sel', isPicked && 'picked', isUrgent && 'is-urgent'];
  const place = thread.channel.visibility === 'DIRECT' ? undefined : `#${thread.channel.name}`;
  return (
    <div className={classes.filter(Boolean).join(' ')} data-row={item.id} onPointerMove={onCurrent}>
      <Avatar member={person} size="lg" />
      <div className="body">
        <div className="from">
          {place ? (
            <Trans id="<0>{name}</0> in {place}" values={{ name: person.name, place }} components={{ 0: <b /> }} />
          ) : (
            <Trans id="<0>{name}</0> in a direct message" values={{ name: person.name }} components={{ 0: <b /> }} />
          )}
          {publishedAt && (
            <>
              {' · '}
              <time dateTime={publishedAt} title={times.full(publishedAt)}>
                {times.since(publishedAt)}
              </time>
            </>
          )}
        </div>
        <div className="ttl">
          <Link
            to="/t/$threadId"
            params={{ threadId: thread.id }}
            search={{ post: item.post.id, from }}
            onFocus={onCurrent}
            aria-current={isCurrent ? 'true' : undefined}
          >
            <bdi>{thread.title}</bdi>
            {isNew && <span className="sr"> ({i18n._('new')})</span>}
            {isPicked && <span className="sr"> ({i18n._('selected')})</span>}
          </Link>
        </div>
        <div className="ask" dir="auto">
          {line ?? firstLine(body)}
        </div>
      </div>
      <div className="state-col">
        {acts && <span className="acts">{acts}</span>}
        {chip}
      </div>
      <div className="med">
        <RowMedia media={media} />
      </div>
    </div>
  );
}
