import { Switch } from '../design';
import { useLingui } from '../language';
import { usePreferences } from './use-preferences';

const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

export function PlaybackSection() {
  const { i18n } = useLingui();
  const { preferences, change } = usePreferences();
  return (
    <>
      <label className="fieldset">
        <span className="label">{i18n._('Speed')}</span>
        <select
          className="input"
          value={preferences.playbackSpeed}
          onChange={(event) => void change({ playbackSpeed: Number(event.target.value) })}
        >
          {(speeds.includes(preferences.playbackSpeed) ? speeds : [...speeds, preferences.playbackSpeed].sort()).map(
            (speed) => (
              <option key={speed} value={speed}>{`${speed}×`}</option>
            ),
          )}
        </select>
      </label>
      <Switch
        label={i18n._('Captions')}
        hint={i18n._('Shown where a recording has them.')}
        checked={preferences.captionsOn}
        onChange={(captionsOn) => void change({ captionsOn })}
      />
      <Switch
        label={i18n._('Skip silence')}
        hint={i18n._('Pauses in the sound are passed over.')}
        checked={preferences.skipSilence}
        onChange={(skipSilence) => void change({ skipSilence })}
      />
    </>
  );
}
