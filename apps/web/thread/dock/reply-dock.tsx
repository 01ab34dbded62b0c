import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { sentenceOf } from '../../api';
import { Icon, type IconName } from '../../design';
import { useShortcuts } from '../../keyboard';
import { duration, useLingui } from '../../language';
import { notice } from '../../notice';
import { useViewer } from '../../shell';
import { PostReply } from '../thread-mutations';
import { AttachedList } from './attached-list';
import { ExpectationChip } from './expectation-chip';
import { isEmpty } from './reply-draft';
import { useAttaching } from './use-attaching';
import { useReplyDraft } from './use-reply-draft';

const RecorderSheet = lazy(() => import('../../recorder').then(({ RecorderSheet }) => ({ default: RecorderSheet })));
type Source = 'voice' | 'camera' | 'screen';

export interface ReplyDockProps {
  threadId: string;
  channelId: string;
  /** "Reply to Amara and 2 others" */
  invitation: string;
  /** Whom a question back most likely goes to. */
  askWhom: readonly string[];
  wantsFocus: boolean;
  /** A moment to speak of, asked for from outside. */
  moment?: { mediaId: string; seconds: number; asked: number };
  onSent: (postId: string) => void;
}

/** Where an answer is written. It stays at the foot of the thread. */
export function ReplyDock({ threadId, channelId, invitation, askWhom, wantsFocus, moment, onSent }: ReplyDockProps) {
  const { i18n } = useLingui();
  const { permissions } = useViewer();
  const writing = useReplyDraft(threadId);
  const { draft, change, clear } = writing;
  const attaching = useAttaching(threadId, writing);
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [source, setSource] = useState<Source>();
  const [isSending, setSending] = useState(false);
  const [, postReply] = useMutation(PostReply);
  const focus = () => field.current?.focus();
  useShortcuts(i18n._('Answer'), [
    { id: 'reply.focus', keys: 'R', title: i18n._('Write an answer'), run: focus },
    { id: 'reply.send', keys: 'Ctrl+Enter', title: i18n._('Send the answer'), run: () => void send() },
  ]);
  useEffect(() => {
    if (wantsFocus) field.current?.focus();
  }, [wantsFocus]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking counts, also for the same moment
  useEffect(() => {
    if (!moment) return;
    change({ moment: { mediaId: moment.mediaId, seconds: moment.seconds } });
    focus();
  }, [moment?.asked]);

  async function send() {
    if (isEmpty(draft) || isSending) return;
    setSending(true);
    try {
      const mediaIds = await attaching.mediaIds();
      const { body, expectation, moment: of, sendKey } = writing.current();
      const { data, error } = await postReply({
        input: {
          threadId,
          body,
          mediaIds,
          expectation: expectation ?? null,
          moment: of ? { mediaId: of.mediaId, seconds: of.seconds } : null,
          idempotencyKey: sendKey,
        },
      });
      if (error) return notice({ text: sentenceOf(i18n, error), isProblem: true });
      attaching.letGo();
      clear();
      if (data) onSent(data.postReply.post.id);
    } catch {
      notice({ text: i18n._('An attached file could not be sent. Remove it, or try again.'), isProblem: true });
    } finally {
      setSending(false);
    }
  }

  return (
    <div className="dock">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped here; the button does the same */}
      <div
        className="box"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void attaching.attach(event.dataTransfer.files);
        }}
      >
        {draft.moment && (
          <p className="moment">
            <span className="x">
              {i18n._('at {time}', { time: duration(draft.moment.seconds) })}
              <button
                type="button"
                className="ib tiny"
                aria-label={i18n._('Not at this moment')}
                onClick={() => change({ moment: undefined })}
              >
                <Icon name="close" small />
              </button>
            </span>
          </p>
        )}
        <textarea
          ref={field}
          className="grows"
          rows={1}
          dir="auto"
          placeholder={invitation}
          aria-label={invitation}
          value={draft.body}
          onChange={(event) => change({ body: event.target.value })}
          onKeyDown={(event) => event.key === 'Escape' && field.current?.blur()}
          onPaste={(event) => {
            if (event.clipboardData.files.length === 0) return;
            event.preventDefault();
            void attaching.attach(event.clipboardData.files);
          }}
        />
        <AttachedList attached={draft.attached} onRemove={attaching.remove} />
        <div className="bar">
          <BarButton icon="clip" label={i18n._('Attach a file')} run={() => files.current?.click()} />
          {permissions.includes('RECORD') && (
            <>
              <BarButton icon="microphone" label={i18n._('Record voice')} run={() => setSource('voice')} />
              <BarButton icon="camera" label={i18n._('Record camera')} run={() => setSource('camera')} />
              <BarButton icon="screen" label={i18n._('Record screen')} run={() => setSource('screen')} isLarge />
            </>
          )}
          <span className="end">
            <ExpectationChip
              channelId={channelId}
              value={draft.expectation}
              askWhom={askWhom}
              onChange={(expectation) => change({ expectation })}
            />
            <button
              type="button"
              className="btn primary"
              disabled={isEmpty(draft) || isSending}
              onClick={() => void send()}
            >
              {isSending ? i18n._('Sending') : i18n._('Reply')}
            </button>
          </span>
        </div>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label={i18n._('Attach a file')}
          onChange={(event) => {
            void attaching.attach([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      <Suspense>
        {source && (
          <RecorderSheet
            source={source}
            onDone={(mediaId: string) => {
              attaching.attachRecorded(mediaId, i18n._('Recording'));
              setSource(undefined);
            }}
            onClose={() => setSource(undefined)}
          />
        )}
      </Suspense>
    </div>
  );
}

function BarButton({
  icon,
  label,
  run,
  isLarge,
}: {
  icon: IconName;
  label: string;
  run: () => void;
  isLarge?: boolean;
}) {
  return (
    <button type="button" className={`ib${isLarge ? ' not-s' : ''}`} aria-label={label} title={label} onClick={run}>
      <Icon name={icon} />
    </button>
  );
}
