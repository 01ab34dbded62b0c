import { useState } from 'react';
import { Sheet } from '../design';
import { useLingui, useTimes } from '../language';
import { useViewer } from '../shell';
import './composer.css';
import { chosen, type ExpectationInput, fromInput, lackOf, toInput } from './asking';
import { ExpectationPicker } from './expectation-picker';
import { gateState } from './gate';
import { quickPicks, workdaysOf } from './quick-picks';
import { sendLine } from './send-line';
import { useChannel } from './use-channel';
import { useNow } from './use-now';
import { usePreview } from './use-preview';

export interface ExpectationSheetProps {
  channelId: string;
  value: ExpectationInput | null | undefined;
  onChange: (next: ExpectationInput) => void;
  onClose: () => void;
}

/** What a reply asks for, chosen over the thread that it stands in. */
export function ExpectationDialog({ channelId, value, onChange, onClose }: ExpectationSheetProps) {
  const { i18n } = useLingui();
  const times = useTimes();
  const { member, permissions } = useViewer();
  const [asking, setAsking] = useState(() => {
    const given = fromInput(value);
    return chosen(given, given.choice, quickPicks(Date.now(), times.zone, workdaysOf(member.workingHours.week))[1]!);
  });
  const [recipientIds, setRecipientIds] = useState(() => [...(value?.recipientIds ?? [])]);
  const channel = useChannel(channelId);
  const now = useNow();
  const previewed = usePreview({ channelId, recipientIds, body: '', asking, selfId: member.id });
  const isShut = asking.choice === 'urgent' && gateState(asking.gate, previewed.preview).missing !== undefined;
  const line = sendLine(i18n, times, previewed.preview?.recipients ?? [], { choice: asking.choice, now });
  return (
    <Sheet
      title={i18n._('What do you need back?')}
      onClose={onClose}
      footer={
        <button
          type="button"
          className={`btn ${asking.choice === 'urgent' ? 'now' : 'primary'}`}
          disabled={isShut || lackOf(asking, now) !== undefined}
          onClick={() => {
            onChange(toInput(asking, recipientIds));
            onClose();
          }}
        >
          {i18n._('Done')}
        </button>
      }
    >
      <ExpectationPicker
        asking={asking}
        onAsking={setAsking}
        previewed={previewed}
        onRecipients={setRecipientIds}
        mayInterrupt={(channel?.agreement.urgentAllowed ?? true) && permissions.includes('SEND_URGENT')}
        now={now}
      />
      {line && <p className="hint-line">{line}</p>}
    </Sheet>
  );
}
