import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Avatar, Icon } from '../../design';
import { duration, useLingui, useTimes } from '../../language';
import { chaptersOf, type MediaTalkNow, type Playback, usePlayback } from '../../player';
import { plainLine } from '../../posts';
import { firstName } from '../words';
import { findIn, partsOf } from './find';
import { rowsOf, segmentAt } from './rows';
import { useFollow } from './use-follow';

type Said = NonNullable<MediaTalkNow['transcript']>;

/** What is said, under its chapters: read it, search it, go there. */
export function Transcript({
  transcript,
  moments,
  playback,
  onEdit,
  onMoment,
}: {
  transcript: Said;
  moments: MediaTalkNow['moments'];
  playback: Playback;
  /** Absent where the reader may not correct it. */
  onEdit?: () => void;
  onMoment: (postId: string) => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const query = useDeferredValue(typed);
  const { segments } = transcript;
  const now = usePlayback(playback, ({ hasStarted, seconds }) => (hasStarted ? segmentAt(segments, seconds) : -1));
  const isPlaying = usePlayback(playback, (one) => one.isPlaying);
  const length = usePlayback(playback, (one) => one.duration);
  const found = useMemo(() => findIn(segments, query).map((one, number) => ({ ...one, number })), [segments, query]);
  const rows = useMemo(
    () =>
      rowsOf(
        segments,
        chaptersOf(transcript.chapters, length || Number.MAX_SAFE_INTEGER),
        moments.flatMap((post) => (post.moment && !post.deletedAt ? [{ ...post, seconds: post.moment.seconds }] : [])),
      ),
    [segments, transcript.chapters, length, moments],
  );
  useFollow(list, isPlaying ? now : -1);
  useEffect(() => {
    if (query) list.current?.querySelector(`[data-found="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [query, at]);
  const step = (by: number) => setAt((before) => (before + by + found.length) % Math.max(1, found.length));
  return (
    <>
      <div className="find">
        <Icon name="search" small />
        <input
          type="search"
          value={typed}
          placeholder={i18n._('Find in this recording')}
          aria-label={i18n._('Find in this recording')}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => event.key === 'Enter' && step(event.shiftKey ? -1 : 1)}
        />
        {query && (
          <>
            <span role="status">
              {found.length === 0
                ? i18n._('Not said')
                : i18n._('{at} of {count}', { at: times.number(at + 1), count: times.number(found.length) })}
            </span>
            <button type="button" className="ib tiny" aria-label={i18n._('Previous place')} onClick={() => step(-1)}>
              <Icon name="up" small />
            </button>
            <button type="button" className="ib tiny" aria-label={i18n._('Next place')} onClick={() => step(1)}>
              <Icon name="down" small />
            </button>
          </>
        )}
        {onEdit && !query && (
          <button
            type="button"
            className="ib tiny"
            aria-label={i18n._('Correct the transcript')}
            title={i18n._('Correct the transcript')}
            onClick={onEdit}
          >
            <Icon name="pencil" small />
          </button>
        )}
      </div>
      <div className="tr" ref={list} lang={transcript.language}>
        {rows.map((row) => {
          if (row.kind === 'chapter') {
            return (
              <h2 key={row.key}>
                <span dir="auto">{row.title}</span> <time>{duration(row.start)}</time>
              </h2>
            );
          }
          if (row.kind === 'comment') {
            const { author, body, id, seconds } = row.comment;
            return (
              <button key={row.key} type="button" className="tc" onClick={() => onMoment(id)}>
                <Avatar member={author} size="xs" />
                <b>
                  {firstName(author.name)} <span>{i18n._('at {time}', { time: duration(seconds) })}</span>
                </b>
                <span className="p" dir="auto">
                  {plainLine(body)}
                </span>
              </button>
            );
          }
          const segment = segments[row.index]!;
          return (
            <button
              key={row.key}
              type="button"
              className="l"
              data-segment={row.index}
              aria-current={row.index === now || undefined}
              onClick={() => playback.seek(segment.startSeconds)}
            >
              <time>{duration(segment.startSeconds)}</time>
              <span dir="auto">
                {partsOf(
                  segment.text,
                  found.filter((one) => one.segment === row.index),
                ).map((part) =>
                  part.number === undefined ? (
                    part.text
                  ) : (
                    <mark key={part.number} data-found={part.number} className={part.number === at ? 'now' : undefined}>
                      {part.text}
                    </mark>
                  ),
                )}
              </span>
            </button>
          );
        })}
      </div>
      {transcript.edited && <p className="hint-line foot">{i18n._('Corrected by hand')}</p>}
    </>
  );
}
