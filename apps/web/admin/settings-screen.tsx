import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../api';
import { Empty, Icon } from '../design';
import { useLingui } from '../language';
import { AdminPage } from './admin-page';
import { Loaded } from './loaded';
import { useAct } from './use-act';

const SettingsQuery = graphql(`
  query Settings($query: String) {
    administration {
      settings(query: $query) {
        key
        section
        title
        description
        type
        choices
        environmentName
        value
        defaultValue
        source
        locked
        needsRestart
      }
    }
  }
`);
const UpdateSetting = graphql(`
  mutation UpdateSetting($input: UpdateSettingInput!) {
    updateSetting(input: $input) {
      setting {
        key
        value
        source
      }
    }
  }
`);
type Setting = ResultOf<typeof SettingsQuery>['administration']['settings'][number];

const route = getRouteApi('/admin/settings');

/** Every setting with where its value comes from. What the environment decides is changed there. */
export function AdminSettingsScreen() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { q = '' } = route.useSearch();
  const [state, retry] = useQuery({ query: SettingsQuery, variables: { query: q.trim() || null } });
  return (
    <AdminPage title={i18n._('Settings')} lead={i18n._('What the environment decides is locked here and says so.')}>
      <label className="filter">
        <Icon name="search" small />
        <input
          type="search"
          value={q}
          placeholder={i18n._('Name, meaning or environment variable')}
          aria-label={i18n._('Search settings')}
          onChange={(event) =>
            void navigate({ to: '/admin/settings', search: { q: event.target.value || undefined }, replace: true })
          }
        />
      </label>
      <Loaded state={state} onRetry={retry}>
        {({ administration: { settings } }) =>
          settings.length === 0 ? (
            <Empty title={i18n._('No setting is like that.')} />
          ) : (
            [...Map.groupBy(settings, ({ section }) => section)].map(([section, members]) => (
              <section key={section}>
                <h2>{section}</h2>
                <ul className="setting-list">
                  {members.map((setting) => (
                    <SettingRow
                      key={`${setting.key} ${setting.value}`}
                      setting={setting}
                      onSaved={() => retry({ requestPolicy: 'network-only' })}
                    />
                  ))}
                </ul>
              </section>
            ))
          )
        }
      </Loaded>
    </AdminPage>
  );
}

function SettingRow({ setting, onSaved }: { setting: Setting; onSaved: () => void }) {
  const { i18n } = useLingui();
  const [update] = useAct(UpdateSetting);
  const [value, setValue] = useState(setting.value ?? '');
  const sources = {
    DEFAULT: i18n._('default'),
    ENVIRONMENT: i18n._('from the environment'),
    FILE: i18n._('from a file'),
    HERE: i18n._('set here'),
  };
  const save = async (next: string | null) => {
    if (next === setting.value) return;
    const done = setting.needsRestart ? i18n._('Saved. It counts from the next start on.') : i18n._('Saved.');
    if (await update({ input: { key: setting.key, value: next } }, done)) onSaved();
    else setValue(setting.value ?? '');
  };
  const label = { 'aria-label': setting.title, disabled: setting.locked };
  return (
    <li>
      <div>
        <b>{setting.title}</b>
        <p className="note">{setting.description}</p>
        <p className="note">
          <code>{setting.environmentName}</code> · {sources[setting.source]}
          {setting.locked && ` · ${i18n._('locked: change it there')}`}
          {setting.defaultValue !== null &&
            setting.source !== 'DEFAULT' &&
            ` · ${i18n._('default: {value}', { value: setting.defaultValue || '–' })}`}
        </p>
      </div>
      <div className="value">
        {setting.type === 'BOOLEAN' ? (
          <input
            type="checkbox"
            role="switch"
            aria-checked={value === 'true'}
            className="toggle"
            checked={value === 'true'}
            onChange={(event) => void save(String(event.target.checked))}
            {...label}
          />
        ) : setting.type === 'CHOICE' ? (
          <select className="input" value={value} onChange={(event) => void save(event.target.value)} {...label}>
            {setting.choices?.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        ) : (
          <input
            className="input"
            type={setting.type === 'SECRET' ? 'password' : 'text'}
            inputMode={setting.type === 'NUMBER' ? 'numeric' : undefined}
            autoComplete="off"
            placeholder={setting.type === 'SECRET' && setting.source !== 'DEFAULT' ? i18n._('kept secret') : undefined}
            value={value}
            onChange={(event) => setValue(event.target.value)}
            onBlur={() => value !== (setting.value ?? '') && void save(value)}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
            {...label}
          />
        )}
        {setting.source === 'HERE' && (
          <button type="button" className="link" onClick={() => void save(null)}>
            {i18n._('Back to the default')}
          </button>
        )}
      </div>
    </li>
  );
}
