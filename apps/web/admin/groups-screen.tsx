import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../api';
import { Field, Icon } from '../design';
import { useLingui } from '../language';
import { AdminPage } from './admin-page';
import { Loaded } from './loaded';
import { useAct } from './use-act';

const GroupsQuery = graphql(`
  query AdminGroups {
    groups {
      id
      handle
      name
      members {
        id
        name
      }
    }
    members(first: 100) {
      nodes {
        id
        name
        handle
        isBot
        deactivatedAt
      }
    }
  }
`);
const Create = graphql(`
  mutation CreateGroup($input: CreateGroupInput!) {
    createGroup(input: $input) {
      group {
        id
      }
    }
  }
`);
const Update = graphql(`
  mutation UpdateGroup($input: UpdateGroupInput!) {
    updateGroup(input: $input) {
      group {
        id
        name
        members {
          id
          name
        }
      }
    }
  }
`);
const Remove = graphql(`
  mutation RemoveGroup($input: RemoveGroupInput!) {
    removeGroup(input: $input) {
      groups {
        id
      }
    }
  }
`);
type Group = ResultOf<typeof GroupsQuery>['groups'][number];
type Person = ResultOf<typeof GroupsQuery>['members']['nodes'][number];

/** People who are asked together. */
export function GroupsScreen() {
  const { i18n } = useLingui();
  const [state, retry] = useQuery({ query: GroupsQuery });
  const reload = () => retry({ requestPolicy: 'network-only' });
  return (
    <AdminPage
      title={i18n._('Groups')}
      lead={i18n._('People who are asked together: whoever is in a group when a message is sent.')}
    >
      <Loaded state={state} onRetry={reload}>
        {({ groups, members }) => (
          <div className="two">
            <div className="stacked">
              {groups.length === 0 && <p className="note">{i18n._('There are no groups yet.')}</p>}
              {groups.map((group) => (
                <GroupSection
                  key={group.id}
                  group={group}
                  people={members.nodes.filter(({ isBot, deactivatedAt }) => !isBot && !deactivatedAt)}
                  onChanged={reload}
                />
              ))}
            </div>
            <NewGroup onMade={reload} />
          </div>
        )}
      </Loaded>
    </AdminPage>
  );
}

function GroupSection({ group, people, onChanged }: { group: Group; people: Person[]; onChanged: () => void }) {
  const { i18n } = useLingui();
  const [update, updating] = useAct(Update);
  const [remove] = useAct(Remove);
  const ids = group.members.map(({ id }) => id);
  const setMembers = async (memberIds: string[]) => {
    if (await update({ input: { groupId: group.id, memberIds } })) onChanged();
  };
  return (
    <section className="form" aria-label={group.name}>
      <h2>
        {group.name} <small>@{group.handle}</small>
      </h2>
      <ul className="off-days">
        {group.members.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <button
              type="button"
              className="ib"
              aria-label={i18n._('Remove {name}', { name })}
              title={i18n._('Remove {name}', { name })}
              disabled={updating}
              onClick={() => void setMembers(ids.filter((one) => one !== id))}
            >
              <Icon name="close" small />
            </button>
          </li>
        ))}
      </ul>
      <label className="fieldset">
        <span className="label">{i18n._('Add somebody')}</span>
        <select
          className="input"
          value=""
          disabled={updating}
          onChange={(event) => event.target.value && void setMembers([...ids, event.target.value])}
        >
          <option value="">{i18n._('Choose a person')}</option>
          {people
            .filter(({ id }) => !ids.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <p>
        <button
          type="button"
          className="btn quiet"
          onClick={() =>
            void remove({ input: { groupId: group.id } }, i18n._('Removed. What was asked stays asked.')).then(
              onChanged,
            )
          }
        >
          {i18n._('Remove the group')}
        </button>
      </p>
    </section>
  );
}

function NewGroup({ onMade }: { onMade: () => void }) {
  const { i18n } = useLingui();
  const [create, creating] = useAct(Create);
  const [name, setName] = useState('');
  const [handle, setHandle] = useState('');
  const save = async () => {
    if (!(await create({ input: { name, handle, memberIds: [] } }, i18n._('The group is there. Add its people.'))))
      return;
    setName('');
    setHandle('');
    onMade();
  };
  return (
    <section className="form" aria-label={i18n._('A new group')}>
      <h2>{i18n._('A new group')}</h2>
      <Field label={i18n._('Name')} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      <Field
        label={i18n._('Handle')}
        hint={i18n._('What follows the @ in a mention of all of them.')}
        maxLength={32}
        value={handle}
        onChange={(event) => setHandle(event.target.value)}
      />
      <p>
        <button
          type="button"
          className="btn primary"
          disabled={!name.trim() || !handle.trim() || creating}
          onClick={() => void save()}
        >
          {i18n._('Make the group')}
        </button>
      </p>
    </section>
  );
}
