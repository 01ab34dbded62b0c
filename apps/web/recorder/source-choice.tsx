import { Icon } from '../design';
import { useLingui } from '../language';
import { sourceIcons, sourceName } from './source-words';
import { type Source, sources } from './sources';

/** What to record: screens can be shared on computers only. */
export function SourceChoice({ onChoose }: { onChoose: (source: Source) => void }) {
  const { i18n } = useLingui();
  const canShare = Boolean(navigator.mediaDevices?.getDisplayMedia);
  return (
    <fieldset className="source-choice" aria-label={i18n._('What to record')}>
      {sources
        .filter((source) => canShare || source === 'camera' || source === 'voice')
        .map((source) => (
          <button key={source} type="button" onClick={() => onChoose(source)}>
            <Icon name={sourceIcons[source]} />
            {sourceName(i18n, source)}
          </button>
        ))}
    </fieldset>
  );
}
