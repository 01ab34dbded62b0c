import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Icon } from '../design';
import { useShortcuts } from '../keyboard';
import { useLingui } from '../language';
import { notice } from '../notice';
import type { Recorder, Source } from '../recorder';
import { usePageTitle, useViewer } from '../shell';
import { type Asking, choicesInOrder, chosen, nothingAsked } from './asking';
import { Attachments } from './attachments';
import { CutOffLine } from './cut-off-line';
import { type Attachment, isEmpty } from './draft';
import type { DraftKeeper } from './draft-keeper';
import { ExpectationPicker } from './expectation-picker';
import { KeptLine } from './kept-line';
import { personById } from './known-people';
import { lackInWords } from './lack';
import { handlesIn } from './mentions';
import { MessageField } from './message-field';
import { quickPicks } from './quick-picks';
import { SendBox } from './send-box';
import { StageArea } from './stage-area';
import { ToField } from './to-field';
import { useChannel } from './use-channel';
import { attachFiles, useDraftUploads } from './use-draft-uploads';
import { useNow } from './use-now';
import { usePreview } from './use-preview';
import { useRecorderPhase } from './use-recorder-phase';
import { useSend } from './use-send';

/** A thread being made: what is said on one side, what is asked for on the other. */
export function Composer({ keeper, startWith }: { keeper: DraftKeeper; startWith?: Source }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { member, permissions } = useViewer();
  const { draft } = useSyncExternalStore(keeper.subscribe, keeper.get);
  const [source, setSource] = useState(startWith);
  const [recorder, setRecorder] = useState<Recorder>();
  const [isMissingShown, setMissingShown] = useState(false);
  const [isOver, setOver] = useState(false);
  const title = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const now = useNow();
  const channel = useChannel(draft.channelId);
  const isRecording = useRecorderPhase(recorder);
  useDraftUploads(keeper, draft);
  usePageTitle(draft.title || i18n._('New thread'));

  const recipientIds = draft.people.map(({ id }) => id);
  const previewed = usePreview({
    ...{ channelId: draft.channelId, recipientIds, body: draft.body },
    ...{ asking: draft.asking, publishAt: draft.publishAt, selfId: member.id },
  });
  const sending = useSend(keeper, member.id, () => recorder);
  const recording = draft.attachments.find((one) => one.isRecording);
  const lack = lackInWords(i18n, draft, { isRecording, now });
  const send = () => {
    setMissingShown(true);
    if (!lack) return void sending.send();
    if (!draft.title.trim()) title.current?.focus();
  };
  const mentioned = handlesIn(draft.body);
  const told = draft.channelId ? draft.people.filter(({ handle }) => handle && !mentioned.includes(handle)) : [];
  const setAsking = (asking: Asking) => keeper.change({ asking });
  const attach = (chosenFiles: readonly File[]) => void attachFiles(keeper, member.id, chosenFiles);
  const remove = (attachment: Attachment) =>
    keeper.change(({ attachments }) => ({
      attachments: attachments.filter(
        (one) => one.uploadId !== attachment.uploadId || one.mediaId !== attachment.mediaId,
      ),
    }));
  const onlyAsk = async (ids: string[]) => {
    const shown = previewed.preview?.recipients.map(({ member: one }) => one) ?? [];
    // Who stands in for somebody is not among those asked before.
    const people = await Promise.all(ids.map((id) => shown.find((one) => one.id === id) ?? personById(id)));
    keeper.change({ people: people.filter((one) => one !== undefined) });
  };

  // A channel's agreement says what is asked where its author has not said anything.
  const agreed = channel?.agreement.defaultKind;
  useEffect(() => {
    if (!agreed || JSON.stringify(keeper.get().draft.asking) !== JSON.stringify(nothingAsked)) return;
    const choice = { FYI: 'fyi', REPLY: 'reply', ACKNOWLEDGE: 'acknowledge', DECIDE: 'decide' } as const;
    const firstPick = quickPicks(Date.now(), member.workingHours.timeZone)[1]!;
    if (agreed !== 'FYI') keeper.change({ asking: chosen(nothingAsked, choice[agreed], firstPick) });
  }, [agreed, keeper, member]);

  useShortcuts(i18n._('New thread'), [
    { id: 'composer.send', keys: 'Ctrl+Enter', title: i18n._('Send'), run: send },
    ...choicesInOrder.map((choice, index) => ({
      id: `composer.${choice}`,
      keys: `Alt+${index + 1}`,
      title: i18n._('What you need back: choice {number}', { number: index + 1 }),
      run: () => setAsking(chosen(draft.asking, choice, quickPicks(now, member.workingHours.timeZone)[1]!)),
    })),
    {
      id: 'composer.record',
      keys: 'Shift+R',
      title: i18n._('Record'),
      run: () => (recorder ? recorder.begin() : !recording && setSource(source ?? 'camera')),
    },
  ]);

  const close = async () => {
    void keeper.flush();
    if (isEmpty(draft) && !isRecording) await keeper.end();
    else if (!isEmpty(draft)) notice({ text: i18n._('Draft kept. It stands among your drafts.') });
    if (history.length > 1) history.back();
    else await navigate({ to: '/inbox' });
  };

  return (
    <form
      className={`composer${isOver ? ' over' : ''}`}
      onSubmit={(event) => event.preventDefault()}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        attach([...event.dataTransfer.files]);
      }}
    >
      <header>
        <button
          type="button"
          className="ib"
          aria-label={i18n._('Close, keep the draft')}
          title={i18n._('Close, keep the draft')}
          onClick={() => void close()}
        >
          <Icon name="close" />
        </button>
        <h1>{i18n._('New thread')}</h1>
        <KeptLine keeper={keeper} />
      </header>
      <main className="desk">
        <section className="make" aria-label={i18n._('Message')}>
          <ToField
            channel={draft.channelId ? { id: draft.channelId, name: channel?.name ?? draft.channelName } : undefined}
            people={draft.people}
            selfId={member.id}
            onChannel={(next) => keeper.change({ channelId: next?.id, channelName: next?.name })}
            onPeople={(people) => keeper.change({ people })}
          />
          <textarea
            ref={title}
            className="field"
            rows={1}
            maxLength={200}
            dir="auto"
            aria-label={i18n._('Title')}
            placeholder={i18n._('A title that asks the question')}
            value={draft.title}
            onChange={(event) => keeper.change({ title: event.target.value.replaceAll('\n', ' ') })}
            onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.preventDefault()}
          />
          <CutOffLine recording={recording} />
          <StageArea
            recording={recording}
            source={source}
            memberId={member.id}
            draftKey={draft.key}
            onSource={setSource}
            onStopped={(uploadId) => {
              setSource(undefined);
              keeper.change(({ attachments }) => ({
                attachments: [...attachments, { uploadId, filename: '', isRecording: true }],
              }));
            }}
            onRemove={remove}
            onRecorder={setRecorder}
            onAttach={() => files.current?.click()}
          />
          <Attachments attachments={draft.attachments.filter((one) => one !== recording)} onRemove={remove} />
          <MessageField
            text={draft.body}
            onText={(body) => keeper.change({ body })}
            onFiles={attach}
            onAttach={() => files.current?.click()}
          />
          <input
            ref={files}
            type="file"
            multiple
            hidden
            onChange={(event) => {
              attach([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </section>
        <section className="ask-side" aria-label={i18n._('What you expect back')}>
          <h2>{i18n._('What do you need back?')}</h2>
          <ExpectationPicker
            asking={draft.asking}
            onAsking={setAsking}
            previewed={previewed}
            onRecipients={(ids) => void onlyAsk(ids)}
            mayInterrupt={(channel?.agreement.urgentAllowed ?? true) && permissions.includes('SEND_URGENT')}
            told={told}
            now={now}
          />
          <SendBox
            asking={draft.asking}
            preview={previewed.preview}
            publishAt={draft.publishAt}
            onPublishAt={(publishAt) => keeper.change({ publishAt })}
            isRecording={isRecording}
            sending={sending}
            lack={isMissingShown ? lack : undefined}
            channelName={channel?.name ?? draft.channelName}
            now={now}
            onSend={send}
          />
        </section>
      </main>
    </form>
  );
}
