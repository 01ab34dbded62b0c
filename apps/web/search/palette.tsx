import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useQuery } from 'urql';
import { Sheet } from '../design';
import { useLingui } from '../language';
import { useViewer } from '../shell';
import { type Jump, rank } from './jumps';
import { PlacesQuery, SearchQuery } from './search-query';
import './search.css';
import { useSettled } from './use-settled';

const LIMIT = 12;

/** Anywhere in two keys: places, channels, people, acts; and messages while one types. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const viewer = useViewer();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const settled = useSettled(typed.trim(), 150);
  const [{ data: places }] = useQuery({ query: PlacesQuery, variables: { query: settled || null } });
  const [{ data: found }] = useQuery({
    query: SearchQuery,
    variables: { query: settled, filter: null, after: null },
    pause: settled.length < 3,
  });

  const go = i18n._('Go to');
  const fixed: Jump[] = [
    { key: 'new', group: i18n._('Do'), name: i18n._('Write or record'), to: '/new' },
    { key: 'voice', group: i18n._('Do'), name: i18n._('Record a voice note'), to: '/new?record=voice' },
    { key: 'inbox', group: go, name: i18n._('Inbox'), to: '/inbox' },
    { key: 'others', group: go, name: i18n._('Waiting on others'), to: '/inbox?lane=others' },
    { key: 'catch-up', group: go, name: i18n._('Catch up'), to: '/catch-up' },
    { key: 'drafts', group: go, name: i18n._('Drafts and scheduled'), to: '/drafts' },
    { key: 'recordings', group: go, name: i18n._('My recordings'), to: '/recordings' },
    { key: 'channels', group: go, name: i18n._('Channels'), to: '/channels' },
    { key: 'people', group: go, name: i18n._('People'), to: '/people' },
    { key: 'settings', group: go, name: i18n._('Settings'), to: '/settings' },
    ...(viewer.permissions.includes('SEE_ADMINISTRATION')
      ? [{ key: 'admin', group: go, name: i18n._('Administration'), to: '/admin' }]
      : []),
  ];
  const channels = (places?.viewer?.channels.nodes ?? [])
    .filter(({ visibility }) => visibility !== 'DIRECT')
    .map(({ id, name, slug }): Jump => ({ key: id, group: i18n._('Channels'), name: `#${name}`, to: `/c/${slug}` }));
  const people = (places?.members.nodes ?? []).map(
    ({ id, name, handle }): Jump => ({
      key: id,
      group: i18n._('People'),
      name,
      hint: `@${handle}`,
      to: `/people/${id}`,
    }),
  );
  const messages = (settled.length < 3 ? [] : (found?.search.nodes ?? [])).slice(0, 5).map(
    ({ post, mediaSeconds }): Jump => ({
      key: `${post.id}${mediaSeconds ?? ''}`,
      group: i18n._('Messages'),
      name: post.thread.title,
      hint: post.author.name,
      to: `/t/${post.thread.id}?post=${post.id}${mediaSeconds === null ? '' : `&at=${mediaSeconds}`}`,
    }),
  );
  const all: Jump = {
    key: 'search',
    group: i18n._('Messages'),
    name: i18n._('Search for “{typed}”', { typed }),
    to: `/search?q=${encodeURIComponent(typed)}`,
  };
  const shown = [
    ...rank([...fixed, ...channels, ...people], typed, LIMIT),
    ...messages,
    ...(typed.trim() === '' ? [] : [all]),
  ];
  const current = shown[Math.min(at, shown.length - 1)];

  const jump = (target: Jump | undefined) => {
    if (!target) return;
    onClose();
    void navigate({ href: target.to });
  };
  const press = (event: KeyboardEvent) => {
    const moved = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (moved !== undefined) setAt((moved + shown.length) % Math.max(1, shown.length));
    else if (event.key === 'Enter') jump(current);
    else return;
    event.preventDefault();
  };

  return (
    <Sheet title={i18n._('Search or jump to')} onClose={onClose}>
      <input
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={current && `${listId}-${current.key}`}
        aria-label={i18n._('Search or jump to')}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: it was opened to type
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id={listId} role="listbox" aria-label={i18n._('What fits')} className="palette">
        {[...Map.groupBy(shown, ({ group }) => group)].map(([group, members]) => (
          // biome-ignore lint/a11y/useSemanticElements: groups of options, as a listbox has them
          <div key={group} role="group" aria-label={group}>
            <p className="heading" aria-hidden="true">
              {group}
            </p>
            {members.map((one) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the current one
              // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does it
              <div
                key={one.key}
                id={`${listId}-${one.key}`}
                role="option"
                aria-selected={one === current}
                onPointerMove={() => setAt(shown.indexOf(one))}
                onClick={() => jump(one)}
              >
                {one.name}
                {one.hint && <small>{one.hint}</small>}
              </div>
            ))}
          </div>
        ))}
      </div>
    </Sheet>
  );
}
