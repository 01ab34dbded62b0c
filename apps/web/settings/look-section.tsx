import { type Locale, locales, switchLocale, useLingui } from '../language';
import { usePreferences } from './use-preferences';

const scales = [0.9, 1, 1.15, 1.3, 1.5, 2];

export function LookSection() {
  const { i18n } = useLingui();
  const { preferences, change } = usePreferences();
  const themes = { SYSTEM: i18n._('As the device'), LIGHT: i18n._('Light'), DARK: i18n._('Dark') } as const;
  return (
    <>
      <fieldset className="fieldset">
        <legend className="label">{i18n._('Colours')}</legend>
        <div className="times">
          {(['SYSTEM', 'LIGHT', 'DARK'] as const).map((theme) => (
            <label key={theme} className="check">
              <input
                type="radio"
                name="theme"
                checked={preferences.theme === theme}
                onChange={() => void change({ theme })}
              />
              {themes[theme]}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="fieldset">
        <span className="label">{i18n._('Size of the text')}</span>
        <select
          className="input"
          value={preferences.textScale}
          onChange={(event) => void change({ textScale: Number(event.target.value) })}
        >
          {scales.map((scale) => (
            <option key={scale} value={scale}>{`${Math.round(scale * 100)} %`}</option>
          ))}
        </select>
      </label>
      <label className="fieldset">
        <span className="label">{i18n._('Language')}</span>
        <select
          className="input"
          value={i18n.locale}
          onChange={async (event) => {
            const locale = event.target.value as Locale;
            await switchLocale(locale);
            void change({ locale });
          }}
        >
          {Object.entries(locales).map(([locale, name]) => (
            <option key={locale} value={locale} lang={locale}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
