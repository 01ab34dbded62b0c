import { useState } from 'react';
import { Icon, MenuButton, Sheet } from '../design';
import { useLingui, useTimes } from '../language';
import type { Asking } from './asking';
import { gateState } from './gate';
import type { Preview } from './preview-query';
import { nextMornings } from './quick-picks';
import { SchedulePicker } from './schedule-picker';
import { sendLine } from './send-line';
import type { Sending } from './use-send';

/** When they hear of it, and the button. */
export function SendBox({
  asking,
  preview,
  publishAt,
  onPublishAt,
  isRecording,
  sending,
  lack,
  channelName,
  now,
  onSend,
}: {
  asking: Asking;
  preview?: Preview;
  publishAt?: string;
  onPublishAt: (publishAt: string | undefined) => void;
  isRecording: boolean;
  sending: Sending;
  /** What is still missing, in words. */
  lack?: string;
  channelName?: string;
  now: number;
  onSend: () => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const [isOther, setOther] = useState(false);
  const isUrgent = asking.choice === 'urgent';
  const gate = gateState(asking.gate, preview);
  const isShut = isUrgent && gate.missing !== undefined;
  const recipients = preview?.recipients ?? [];
  // For information alone nobody is asked, and a channel's people find it in their digest.
  const isForDigest = asking.choice === 'fyi' && channelName !== undefined;
  const line = isForDigest ? undefined : sendLine(i18n, times, recipients, { choice: asking.choice, publishAt, now });
  const ringing = recipients.length - gate.muted.length;
  const label = isUrgent
    ? isRecording
      ? i18n._(
          '{count, plural, =0 {Stop and interrupt} one {Stop and interrupt # person} other {Stop and interrupt # people}}',
          { count: ringing },
        )
      : i18n._('{count, plural, =0 {Interrupt} one {Interrupt # person} other {Interrupt # people}}', {
          count: ringing,
        })
    : publishAt
      ? isRecording
        ? i18n._('Stop and send {time}', { time: times.due(publishAt, now) })
        : i18n._('Send {time}', { time: times.due(publishAt, now) })
      : isRecording
        ? i18n._('Stop and send')
        : i18n._('Send');
  const isBusy = sending.state !== 'none';

  return (
    <div className="send">
      {sending.problem && (
        <p className="wrong" role="alert">
          {sending.problem}
        </p>
      )}
      <p className="note" aria-live="polite">
        {sending.state === 'waiting' ? (
          <b>
            {i18n._(
              'It is sent as soon as the connection is back. Keep this page open; all of it is kept on this device.',
            )}
          </b>
        ) : (
          <>
            <b>
              {line ??
                (channelName
                  ? i18n._('Whoever follows # {channel} finds it in the next digest.', { channel: channelName })
                  : i18n._('Nobody is named yet.'))}
            </b>{' '}
            {!isUrgent && i18n._('No sound, no banner.')}
            {isUrgent &&
              preview?.urgentBudgetLeft !== undefined &&
              i18n._(
                '{left, plural, =0 {No urgent message is left this week.} one {You have one urgent message left this week.} other {You have # urgent messages left this week.}}',
                { left: preview.urgentBudgetLeft },
              )}
          </>
        )}
      </p>
      <div className="send-row">
        <button
          type="button"
          className={`btn wide ${isUrgent ? 'now' : 'primary'}`}
          disabled={isBusy || isShut}
          aria-describedby="send-lack"
          onClick={onSend}
        >
          {isBusy ? i18n._('Sending…') : label} {!isUrgent && !isBusy && <kbd>Ctrl Enter</kbd>}
        </button>
        {isBusy && (
          <button type="button" className="btn quiet" onClick={sending.cancel}>
            {i18n._('Cancel')}
          </button>
        )}
        {!isUrgent && !isBusy && (
          <MenuButton
            label={i18n._('Send later')}
            title={i18n._('Send later')}
            className="btn quiet later"
            items={[
              { label: i18n._('Now'), isChosen: !publishAt, run: () => onPublishAt(undefined) },
              ...nextMornings(now, times.zone).map((at) => ({
                label: times.due(at, now),
                isChosen: publishAt !== undefined && Date.parse(publishAt) === at,
                run: () => onPublishAt(new Date(at).toISOString()),
              })),
              { label: i18n._('Other…'), run: () => setOther(true) },
            ]}
          >
            <Icon name="clock" />
          </MenuButton>
        )}
      </div>
      {lack && (
        <p className="hint-line" id="send-lack">
          {lack}
        </p>
      )}
      {isOther && (
        <Sheet title={i18n._('Send later')} onClose={() => setOther(false)}>
          <SchedulePicker
            publishAt={publishAt}
            now={now}
            onDone={(at) => {
              onPublishAt(at);
              setOther(false);
            }}
          />
        </Sheet>
      )}
    </div>
  );
}
