import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Avatar, Empty, Icon, Problem, Skeleton } from '../design';
import { useLingui, useTimes } from '../language';
import { usePageTitle } from '../shell';
import { LocalTime } from './local-time';

const PeopleQuery = graphql(`
  query People($query: String, $after: String) {
    members(query: $query, first: 50, after: $after) {
      nodes {
        id
        name
        handle
        avatarUrl
        deactivatedAt
        isBot
        isWorkingTime
        nextWorkingTime
        workingHours {
          timeZone
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Everybody, with the time it is for them. Whether they work now comes from their calendar alone. */
export function PeopleScreen() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [query, setQuery] = useState('');
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, refetch] = useQuery({
    query: PeopleQuery,
    variables: { query: query.trim() || null, after },
  });
  usePageTitle(i18n._('People'));
  const people = data?.members.nodes.filter(({ deactivatedAt }) => !deactivatedAt);
  return (
    <div className="screen">
      <header>
        <div>
          <h1>{i18n._('People')}</h1>
          <p>{i18n._('Where they are and when they work. Nobody sees whether you are here.')}</p>
        </div>
      </header>
      <label className="search-line">
        <Icon name="search" small />
        <input
          type="search"
          value={query}
          placeholder={i18n._('Name or handle')}
          aria-label={i18n._('Filter people')}
          onChange={(event) => {
            setAfter(null);
            setQuery(event.target.value);
          }}
        />
      </label>
      {error && <Problem onRetry={() => refetch({ requestPolicy: 'network-only' })}>{sentenceOf(i18n, error)}</Problem>}
      {!people && !error && <Skeleton lines={8} />}
      {people?.length === 0 && <Empty title={i18n._('Nobody is called that.')} />}
      <ul className="lines">
        {people?.map((member) => (
          <li key={member.id}>
            <Avatar member={member} size="lg" />
            <div>
              <div className="ttl">
                <Link to="/people/$memberId" params={{ memberId: member.id }}>
                  {member.name}
                </Link>
              </div>
              <p>
                @{member.handle}
                {member.isBot && ` · ${i18n._('bot')}`}
              </p>
            </div>
            <p className="acts">
              <LocalTime member={member} />
              <span className="badge">{times.place(member.workingHours.timeZone)}</span>
            </p>
          </li>
        ))}
      </ul>
      {data?.members.pageInfo.hasNextPage && (
        <p>
          <button type="button" className="btn quiet" onClick={() => setAfter(data.members.pageInfo.endCursor)}>
            {i18n._('Show more')}
          </button>
        </p>
      )}
    </div>
  );
}
