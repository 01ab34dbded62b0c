import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api';
import { Avatar, Icon, Sheet } from '../design';
import { useLingui } from '../language';

const FindQuery = graphql(`
  query AdminFind($query: String!) {
    members(query: $query, first: 5) {
      nodes {
        id
        name
        avatarUrl
      }
    }
    administration {
      settings(query: $query) {
        key
        title
        description
      }
    }
  }
`);

/** One field over all settings and all people. */
export function AdminSearch({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const [text, setText] = useState('');
  const query = text.trim();
  const [{ data }] = useQuery({ query: FindQuery, variables: { query }, pause: query.length < 2 });
  const found = query.length < 2 ? undefined : data;
  return (
    <Sheet title={i18n._('Find a setting or a person')} onClose={onClose}>
      <input
        className="input"
        type="search"
        // biome-ignore lint/a11y/noAutofocus: it was opened to type
        autoFocus
        value={text}
        aria-label={i18n._('Find a setting or a person')}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="choose" aria-live="polite">
        {found?.administration.settings.slice(0, 8).map(({ key, title, description }) => (
          <li key={key}>
            <Link to="/admin/settings" search={{ q: title }} onClick={onClose}>
              <Icon name="gear" small />
              <span>
                {title}
                <small>{description}</small>
              </span>
            </Link>
          </li>
        ))}
        {found?.members.nodes.map((member) => (
          <li key={member.id}>
            <Link to="/people/$memberId" params={{ memberId: member.id }} onClick={onClose}>
              <Avatar member={member} size="xs" />
              {member.name}
            </Link>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
