import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Avatar, Icon } from '../design';
import { useLingui } from '../language';
import type { DraftPerson } from './draft';
import { findPeople } from './known-people';
import { ChannelsQuery, type FoundPerson, GroupsQuery, type WritableGroup } from './people-query';
import { firstName } from './send-line';
import { useCombobox } from './use-combobox';

type Option =
  | { is: 'channel'; id: string; name: string; isPrivate: boolean }
  | { is: 'group'; id: string; group: WritableGroup }
  | { is: 'person'; id: string; person: FoundPerson };

const REST_MS = 120;
const MOST_CHANNELS = 6;

/** Where it goes: one channel, and the people whose answer is wanted. Without a channel it is a private conversation. */
export function ToField({
  channel,
  people,
  selfId,
  onChannel,
  onPeople,
}: {
  channel?: { id: string; name?: string };
  people: readonly DraftPerson[];
  selfId: string;
  onChannel: (channel: { id: string; name: string } | undefined) => void;
  onPeople: (people: DraftPerson[]) => void;
}) {
  const { i18n } = useLingui();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const options = useOptions(text, isOpen, { channel, people, selfId });
  const pick = (option: Option) => {
    if (option.is === 'channel') onChannel({ id: option.id, name: option.name });
    else {
      const picked = option.is === 'group' ? option.group.members : [option.person];
      const known = new Set([selfId, ...people.map(({ id }) => id)]);
      onPeople([...people, ...picked.filter(({ id }) => !known.has(id)).map(asDraftPerson)]);
    }
    setText('');
    list.restart();
    field.current?.focus();
  };
  const list = useCombobox({ options, isOpen, onPick: pick, onClose: () => setOpen(false) });
  const isNowhere = !channel && people.length === 0;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press beside the pills goes to the field among them
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field itself is reached by keys
    <div className="to" onClick={(event) => event.target === event.currentTarget && field.current?.focus()}>
      <span className="not-s">{i18n._('To')}</span>
      {channel && (
        <Pill label={channel.name ?? ''} isChannel onRemove={() => onChannel(undefined)}>
          <span aria-hidden="true">#</span>
        </Pill>
      )}
      {people.map((person) => (
        <Pill
          key={person.id}
          label={firstName(person.name)}
          onRemove={() => onPeople(people.filter(({ id }) => id !== person.id))}
        >
          <Avatar member={person} size="xs" />
        </Pill>
      ))}
      <span className="to-field">
        <input
          ref={field}
          {...list.field}
          value={text}
          placeholder={isNowhere ? i18n._('A channel or people') : i18n._('Add')}
          aria-label={i18n._('To: a channel and people')}
          size={isNowhere ? 24 : 10}
          onChange={(event) => {
            setText(event.target.value.replace(/^[#@]/, ''));
            setOpen(true);
            list.restart();
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={(event) => {
            if (list.pressed(event)) return;
            if (event.key === 'ArrowDown') setOpen(true);
            if (event.key !== 'Backspace' || text) return;
            if (people.length > 0) onPeople(people.slice(0, -1));
            else onChannel(undefined);
          }}
        />
        {list.isShown && (
          <ul {...list.list} className="floating menu options" aria-label={i18n._('Channels and people')}>
            {options.map((option, index) => (
              <li key={option.id} {...list.option(index)}>
                <OptionLine option={option} />
              </li>
            ))}
          </ul>
        )}
      </span>
    </div>
  );
}

function Pill({
  label,
  isChannel,
  onRemove,
  children,
}: {
  label: string;
  isChannel?: boolean;
  onRemove: () => void;
  children: React.ReactNode;
}) {
  const { i18n } = useLingui();
  const title = i18n._('Remove {name}', { name: label });
  return (
    <span className={`pill${isChannel ? ' ch' : ''}`}>
      {children}
      {label}
      <button type="button" aria-label={title} title={title} onClick={onRemove}>
        <Icon name="close" small />
      </button>
    </span>
  );
}

function OptionLine({ option }: { option: Option }) {
  const { i18n } = useLingui();
  if (option.is === 'channel') {
    return (
      <>
        <span className="channel-sign" aria-hidden="true">
          {option.isPrivate ? <Icon name="lock" small /> : '#'}
        </span>
        {option.name}
      </>
    );
  }
  if (option.is === 'group') {
    return (
      <>
        <Icon name="people" small />
        {option.group.name}
        <small>
          {i18n._('{count, plural, one {# person} other {# people}}', { count: option.group.members.length })}
        </small>
      </>
    );
  }
  return (
    <>
      <Avatar member={option.person} size="xs" />
      {option.person.name}
      <small>@{option.person.handle}</small>
    </>
  );
}

/** Channels are all at hand; people are asked for by what is typed. */
function useOptions(
  text: string,
  isOpen: boolean,
  { channel, people, selfId }: { channel?: { id: string }; people: readonly DraftPerson[]; selfId: string },
): Option[] {
  const [{ data }] = useQuery({ query: ChannelsQuery });
  const [{ data: grouped }] = useQuery({ query: GroupsQuery, pause: !isOpen });
  const [found, setFound] = useState<FoundPerson[]>([]);
  useEffect(() => {
    if (!isOpen) return;
    let isOld = false;
    const timer = setTimeout(() => void findPeople(text).then((all) => !isOld && setFound(all)), text ? REST_MS : 0);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [text, isOpen]);
  const wanted = text.trim().toLocaleLowerCase();
  const channels = channel
    ? []
    : (data?.viewer?.channels.nodes ?? [])
        .filter(({ visibility, archivedAt }) => visibility !== 'DIRECT' && !archivedAt)
        .filter(({ name, slug }) => name.toLocaleLowerCase().includes(wanted) || slug.includes(wanted))
        .slice(0, MOST_CHANNELS)
        .map(({ id, name, visibility }): Option => ({ is: 'channel', id, name, isPrivate: visibility === 'PRIVATE' }));
  const named = new Set([selfId, ...people.map(({ id }) => id)]);
  const persons = found
    .filter(({ id, isBot }) => !named.has(id) && !isBot)
    .map((person): Option => ({ is: 'person', id: person.id, person }));
  const groups = (grouped?.groups ?? [])
    .filter(({ name, handle }) => name.toLocaleLowerCase().includes(wanted) || handle.includes(wanted))
    .filter(({ members }) => members.some(({ id }) => !named.has(id)))
    .slice(0, MOST_CHANNELS)
    .map((group): Option => ({ is: 'group', id: group.id, group }));
  return [...channels, ...groups, ...persons];
}

export const asDraftPerson = ({
  id,
  name,
  handle,
  avatarUrl,
}: Pick<FoundPerson, 'id' | 'name' | 'handle' | 'avatarUrl'>): DraftPerson => ({
  id,
  name,
  handle,
  avatarUrl,
});
