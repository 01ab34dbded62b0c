import { Switch } from '../design';
import { useLingui } from '../language';
import { usePreferences } from './use-preferences';

export function InterruptSection() {
  const { i18n } = useLingui();
  const { preferences, change } = usePreferences();
  return (
    <>
      <p className="hint-line">
        {i18n._(
          'Nothing reaches you outside your working hours. Urgent messages are the one exception, and you decide about it.',
        )}
      </p>
      <Switch
        label={i18n._('Urgent messages may interrupt me outside my hours')}
        hint={i18n._('When this is off senders are told so before they send; the message waits for your hours.')}
        checked={preferences.urgentMayInterrupt}
        onChange={(urgentMayInterrupt) => void change({ urgentMayInterrupt })}
      />
      <Switch
        label={i18n._('Let people know that I have seen what they recorded')}
        hint={i18n._('Only whoever recorded it sees that, in their own list. When this is off nobody is told.')}
        checked={preferences.sharesSeen}
        onChange={(sharesSeen) => void change({ sharesSeen })}
      />
    </>
  );
}
