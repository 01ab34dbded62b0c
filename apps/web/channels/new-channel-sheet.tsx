import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, type Refusal, refusalOf, sentenceOf } from '../api';
import { Avatar, Field, Problem, Sheet } from '../design';
import { useLingui } from '../language';
import { useViewer } from '../shell';

const People = graphql(`
  query ChannelPeople($query: String) {
    members(query: $query, first: 8) {
      nodes {
        id
        name
        avatarUrl
      }
    }
  }
`);
const Create = graphql(`
  mutation CreateChannel($input: CreateChannelInput!) {
    createChannel(input: $input) {
      channel {
        id
        slug
      }
    }
  }
`);

export function NewChannelSheet({ onClose, onMade }: { onClose: () => void; onMade: (slug: string) => void }) {
  const { i18n } = useLingui();
  const viewer = useViewer();
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const [isPrivate, setPrivate] = useState(false);
  const [query, setQuery] = useState('');
  const [people, setPeople] = useState<{ id: string; name: string }[]>([]);
  const [{ data }] = useQuery({ query: People, variables: { query: query.trim() || null } });
  const [{ fetching }, create] = useMutation(Create);
  const [refusal, setRefusal] = useState<Refusal>();
  const [problem, setProblem] = useState<string>();
  const make = async () => {
    const input = {
      name: name.trim(),
      purpose: purpose.trim(),
      visibility: isPrivate ? ('PRIVATE' as const) : ('PUBLIC' as const),
      memberIds: people.map(({ id }) => id),
    };
    const answer = await create({ input });
    setRefusal(refusalOf(answer.error));
    setProblem(answer.error && sentenceOf(i18n, answer.error));
    if (answer.data) onMade(answer.data.createChannel.channel.slug);
  };
  const found =
    data?.members.nodes.filter(({ id }) => id !== viewer.member.id && !people.some((one) => one.id === id)) ?? [];
  return (
    <Sheet
      title={i18n._('New channel')}
      onClose={onClose}
      footer={
        <button
          type="button"
          className="btn primary"
          disabled={fetching || name.trim() === ''}
          onClick={() => void make()}
        >
          {i18n._('Make the channel')}
        </button>
      }
    >
      <Field
        label={i18n._('Name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoFocus
        problem={refusal?.field === 'name' || refusal?.field === 'slug' ? problem : undefined}
      />
      <Field
        label={i18n._('Purpose')}
        value={purpose}
        hint={i18n._('One line: what belongs here.')}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <label className="check">
        <input type="checkbox" checked={isPrivate} onChange={(event) => setPrivate(event.target.checked)} />
        {i18n._('Only its members see it')}
      </label>
      <Field
        label={i18n._('With whom')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        placeholder={i18n._('Name')}
      />
      {people.length > 0 && (
        <ul className="chosen-people">
          {people.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                className="pill"
                onClick={() => setPeople((before) => before.filter(({ id }) => id !== person.id))}
              >
                {person.name} ×<span className="sr">{i18n._('Take out')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className="found-people">
        {found.slice(0, 5).map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => setPeople((before) => [...before, person])}>
              <Avatar member={person} size="xs" />
              {person.name}
            </button>
          </li>
        ))}
      </ul>
      {problem && !refusal?.field && <Problem>{problem}</Problem>}
    </Sheet>
  );
}
