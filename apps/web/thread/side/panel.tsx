import { type KeyboardEvent, useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Empty, Problem, Skeleton } from '../../design';
import { useLingui, useTimes } from '../../language';
import { type MediaNow, MediaTalk, type Playback } from '../../player';
import { useViewer } from '../../shell';
import { Comments } from './comments';
import { Details } from './details';
import { Transcript } from './transcript';
import { TranscriptEditor } from './transcript-editor';

export type PanelTab = 'transcript' | 'comments' | 'details';

/** Beside the thread, on a phone below it: what is said in the recording, what was said about it, and what it is. */
export function Panel({
  media,
  playback,
  tab,
  people,
  onTab,
  onMoment,
  onComment,
}: {
  media: MediaNow;
  playback: Playback;
  tab: PanelTab;
  people: readonly { id: string; name: string; avatarUrl: string | null }[];
  onTab: (tab: PanelTab) => void;
  onMoment: (postId: string) => void;
  onComment: () => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const { member } = useViewer();
  const [{ data, fetching, error }, refetch] = useQuery({ query: MediaTalk, variables: { id: media.id } });
  const [isEditing, setEditing] = useState(false);
  const talk = data?.media ?? undefined;
  const isMissing = media.transcriptStatus === 'READY' && talk !== undefined && !talk.transcript;
  useEffect(() => {
    if (isMissing) refetch({ requestPolicy: 'network-only' });
  }, [isMissing, refetch]);
  const moments = talk?.moments ?? [];
  const commentCount = moments.filter(({ deletedAt }) => !deletedAt).length;
  const tabs: [PanelTab, string, number?][] = [
    ['transcript', i18n._('Transcript')],
    ['comments', i18n._('Comments'), commentCount],
    ['details', i18n._('Details')],
  ];
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const at = tabs.findIndex(([name]) => name === tab);
    const next = tabs.at((at + (document.dir === 'rtl' ? -by : by)) % tabs.length)![0];
    onTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <aside className="panel" aria-label={i18n._('Transcript and comments')}>
      <div className="tabs" role="tablist" onKeyDown={move}>
        {tabs.map(([name, label, count]) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={tab === name}
            aria-controls="panel-page"
            tabIndex={tab === name ? 0 : -1}
            onClick={() => onTab(name)}
          >
            {label}
            {count ? <span className="num">{times.number(count)}</span> : null}
          </button>
        ))}
      </div>
      <div id="panel-page" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {error && !talk ? (
          <Problem onRetry={() => refetch({ requestPolicy: 'network-only' })}>
            {i18n._('What is said in the recording could not be loaded. The recording plays all the same.')}
          </Problem>
        ) : (
          page()
        )}
      </div>
    </aside>
  );

  function page() {
    if (tab === 'details') return <Details media={media} talk={talk} people={people} />;
    if (tab === 'comments')
      return <Comments moments={moments} playback={playback} onMoment={onMoment} onComment={onComment} />;
    if (fetching && !talk) return <Skeleton lines={7} />;
    const transcript = talk?.transcript;
    if (!transcript) {
      return (
        <Empty title={i18n._('No transcript yet.')}>
          {media.transcriptStatus === 'PENDING' && i18n._('It comes with the captions. The recording plays now.')}
          {media.transcriptStatus === 'FAILED' && i18n._('The captions could not be made. The recording plays.')}
          {media.transcriptStatus !== 'PENDING' &&
            media.transcriptStatus !== 'FAILED' &&
            i18n._('Nobody speaks in it, or captions are not made here.')}
        </Empty>
      );
    }
    if (isEditing)
      return (
        <TranscriptEditor
          mediaId={media.id}
          transcript={transcript}
          playback={playback}
          onClose={() => setEditing(false)}
        />
      );
    return (
      <Transcript
        transcript={transcript}
        moments={moments}
        playback={playback}
        onEdit={talk?.owner.id === member.id ? () => setEditing(true) : undefined}
        onMoment={onMoment}
      />
    );
  }
}
