import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { sentenceOf } from '../api';
import { Empty, Icon, Problem, Skeleton } from '../design';
import { useShortcuts } from '../keyboard';
import { bytesWords, useLingui } from '../language';
import { notice } from '../notice';
import { usePageTitle } from '../shell';
import { CancelProcessing, DeleteRecording, type Recording, RecordingsQuery } from './documents';
import { RecordingCard } from './recording-card';
import './recordings.css';

const route = getRouteApi('/frame/recordings');

/** What I recorded and uploaded: where it is used, how long it is, the space it takes. */
export function RecordingsScreen() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { query, view = 'grid' } = route.useSearch();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, refetch] = useQuery({ query: RecordingsQuery, variables: { query: query ?? null, after } });
  const [, remove] = useMutation(DeleteRecording);
  const [, cancel] = useMutation(CancelProcessing);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const filter = useRef<HTMLInputElement>(null);
  usePageTitle(i18n._('My recordings'));
  useShortcuts(i18n._('My recordings'), [
    { id: 'recordings.filter', keys: '/', title: i18n._('Filter'), run: () => filter.current?.focus() },
  ]);
  const recordings = data?.viewer?.recordings;
  const left = data?.viewer?.uploadLimits.leftBytes ?? null;
  const shown = recordings?.nodes.filter(({ media }) => !gone.has(media.id));

  /** Held for as long as it can be undone: what is deleted is gone for everybody. */
  function discard({ media }: Recording) {
    setGone((before) => new Set([...before, media.id]));
    const back = () => setGone((before) => new Set([...before].filter((id) => id !== media.id)));
    const timer = setTimeout(async () => {
      const answer = await remove({ input: { mediaId: media.id } });
      if (!answer.error) return;
      back();
      notice({ text: sentenceOf(i18n, answer.error), isProblem: true });
    }, 10_000);
    notice({
      text: i18n._('Deleted, for everybody. Its post stays.'),
      undo: () => {
        clearTimeout(timer);
        back();
      },
    });
  }

  /** It stays as it came, and can be tried again. */
  async function stop({ media }: Recording) {
    const answer = await cancel({ input: { mediaId: media.id } });
    if (answer.error) notice({ text: sentenceOf(i18n, answer.error), isProblem: true });
  }

  return (
    <div className="screen wide">
      <header>
        <div>
          <h1>{i18n._('My recordings')}</h1>
          {recordings && (
            <p>
              {i18n._('{count, plural, =0 {None yet.} one {One recording, {size}.} other {# recordings, {size}.}}', {
                count: recordings.totalCount,
                size: bytesWords(i18n, data.viewer?.storageBytes ?? 0),
              })}
              {left !== null && ` ${i18n._('{size} left.', { size: bytesWords(i18n, left) })}`}
            </p>
          )}
        </div>
        <div className="tools">
          <button
            type="button"
            className="ib"
            aria-label={view === 'grid' ? i18n._('Show as a list') : i18n._('Show as pictures')}
            title={view === 'grid' ? i18n._('Show as a list') : i18n._('Show as pictures')}
            onClick={() =>
              void navigate({ to: '/recordings', search: { query, view: view === 'grid' ? 'list' : undefined } })
            }
          >
            <Icon name={view === 'grid' ? 'lines' : 'grid'} />
          </button>
          <Link to="/new" search={{ record: 'both' }} className="btn primary">
            <Icon name="camera" small />
            {i18n._('Record')}
          </Link>
        </div>
      </header>
      <label className="search-line">
        <Icon name="search" small />
        <input
          ref={filter}
          type="search"
          defaultValue={query}
          placeholder={i18n._('File or thread')}
          aria-label={i18n._('Filter my recordings')}
          onChange={(event) => {
            setAfter(null);
            void navigate({
              to: '/recordings',
              search: { query: event.target.value.trim() || undefined, view: view === 'list' ? 'list' : undefined },
              replace: true,
            });
          }}
        />
      </label>
      {error && <Problem onRetry={() => refetch({ requestPolicy: 'network-only' })}>{sentenceOf(i18n, error)}</Problem>}
      {!shown && !error && <Skeleton lines={6} />}
      {shown?.length === 0 && (
        <Empty title={query ? i18n._('Nothing is called that.') : i18n._('You have not recorded anything yet.')}>
          {!query && (
            <Link to="/new" search={{ record: 'camera' }} className="btn soft">
              {i18n._('Record something')}
            </Link>
          )}
        </Empty>
      )}
      <ul className={view === 'grid' ? 'recordings-grid' : 'lines recordings-list'}>
        {shown?.map((recording) => (
          <RecordingCard
            key={recording.id}
            recording={recording}
            onCancel={() => void stop(recording)}
            onDelete={() => discard(recording)}
          />
        ))}
      </ul>
      {recordings?.pageInfo.hasNextPage && (
        <p>
          <button type="button" className="btn quiet" onClick={() => setAfter(recordings.pageInfo.endCursor)}>
            {i18n._('Show more')}
          </button>
        </p>
      )}
    </div>
  );
}
