import { type KeyboardEvent, useState } from 'react';
import { Switch } from '../design';
import { keyOf, keySettings } from '../keyboard';
import { useLingui } from '../language';
import { usePreferences } from './use-preferences';

/** Keys can be others, or off. A key is set by pressing it. */
export function ShortcutSection() {
  const { i18n } = useLingui();
  const { preferences, change } = usePreferences();
  const [waiting, setWaiting] = useState<string>();
  const remapped: Record<string, string> = preferences.shortcutsJson ? JSON.parse(preferences.shortcutsJson) : {};
  const actions: [string, string, string][] = [
    ['compose', 'C', i18n._('Write or record')],
    ['palette', 'Ctrl+K', i18n._('Search or jump to')],
    ['inbox.next', 'J', i18n._('Next')],
    ['inbox.previous', 'K', i18n._('Previous')],
    ['inbox.done', 'E', i18n._('Done')],
    ['inbox.later', 'H', i18n._('Later')],
    ['inbox.acknowledge', 'A', i18n._('Acknowledge')],
    ['inbox.reply', 'R', i18n._('Reply')],
    ['inbox.pick', 'X', i18n._('Select')],
  ];
  const set = (id: string, key: string | undefined) => {
    const next = { ...remapped };
    if (key === undefined) delete next[id];
    else next[id] = key;
    setWaiting(undefined);
    void change({ shortcutsJson: Object.keys(next).length > 0 ? JSON.stringify(next) : null });
  };
  const press = (id: string) => (event: KeyboardEvent) => {
    if (waiting !== id || ['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') setWaiting(undefined);
    else set(id, keyOf(event.nativeEvent));
  };
  return (
    <>
      <Switch
        label={i18n._('Single keys')}
        hint={i18n._('Off: only keys with Ctrl or Alt work.')}
        checked={preferences.singleKeyShortcuts}
        onChange={(singleKeyShortcuts) => void change({ singleKeyShortcuts })}
      />
      <ul className="key-choices">
        {actions.map(([id, usual, name]) => (
          <li key={id}>
            <span id={`key-of-${id}`}>{name}</span>
            <button
              type="button"
              className="btn quiet"
              aria-describedby={`key-of-${id}`}
              onClick={() => setWaiting(id)}
              onKeyDown={press(id)}
              onBlur={() => setWaiting(undefined)}
            >
              {waiting === id ? (
                i18n._('Press a key')
              ) : (
                <kbd>{(remapped[id] ?? keySettings().remapped[id] ?? usual).replaceAll('+', ' ')}</kbd>
              )}
            </button>
            {remapped[id] && (
              <button type="button" className="link" onClick={() => set(id, undefined)}>
                {i18n._('As it was')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
