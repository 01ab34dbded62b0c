import { useState } from 'react';
import { Sheet } from '../design';
import { useLingui } from '../language';
import { keySettings } from './key-settings';
import { shortcutsNow } from './registry';

/** Every key that works where the reader is now. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  // As it was before this sheet opened.
  const [scopes] = useState(() => shortcutsNow());
  return (
    <Sheet title={i18n._('Keys')} onClose={onClose} wide>
      <div className="key-list">
        {scopes.map(({ name, shortcuts }) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {shortcuts.map(({ id, keys, title }) => (
                <div key={id}>
                  <dt>
                    {(keySettings().remapped[id] ?? keys).split(' ').map((key) => (
                      <kbd key={key}>{key.replaceAll('+', ' ')}</kbd>
                    ))}
                  </dt>
                  <dd>{title}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {!keySettings().singleKeys && <p className="hint-line">{i18n._('Single keys are off in your settings.')}</p>}
    </Sheet>
  );
}
