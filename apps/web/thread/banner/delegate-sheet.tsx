import { useDeferredValue, useState } from 'react';
import { useQuery } from 'urql';
import { Avatar, Field } from '../../design';
import { useLingui, useTimes } from '../../language';
import { NoteSheet } from '../note-sheet';
import { FindMembers } from '../queries';

interface Person {
  id: string;
  name: string;
}

/** Who should answer instead: found by name, with the hours they keep. */
export function DelegateSheet({
  exceptIds,
  onDelegate,
  onClose,
}: {
  exceptIds: readonly string[];
  onDelegate: (to: Person, note: string) => void;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const [typed, setTyped] = useState('');
  const [to, setTo] = useState<Person>();
  const query = useDeferredValue(typed.trim());
  const [{ data }] = useQuery({ query: FindMembers, variables: { query: query || null } });
  const people = (data?.members.nodes ?? []).filter(
    ({ id, deactivatedAt }) => !exceptIds.includes(id) && !deactivatedAt,
  );
  return (
    <NoteSheet
      title={i18n._('Pass it on')}
      hint={i18n._('They are asked instead of you, within their own working hours.')}
      submit={to ? i18n._('Pass to {name}', { name: to.name }) : i18n._('Pass on')}
      note={i18n._('A word to them')}
      canSubmit={to !== undefined}
      onSubmit={({ note }) => to && onDelegate(to, note)}
      onClose={onClose}
    >
      <Field
        label={i18n._('To whom')}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="pick-person" role="radiogroup" aria-label={i18n._('To whom')}>
        {people.map((person) => (
          <label key={person.id}>
            <input type="radio" name="to" checked={to?.id === person.id} onChange={() => setTo(person)} />
            <Avatar member={person} size="sm" />
            <span className="cut">{person.name}</span>
            <small>
              {person.isWorkingTime || !person.nextWorkingTime
                ? i18n._('in working hours')
                : i18n._('starts {time} your time', { time: times.due(person.nextWorkingTime) })}
            </small>
          </label>
        ))}
      </div>
    </NoteSheet>
  );
}
