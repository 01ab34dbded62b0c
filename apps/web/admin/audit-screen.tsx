import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api';
import { Empty, Icon } from '../design';
import { useLingui, useTimes } from '../language';
import { AdminPage } from './admin-page';
import { Loaded } from './loaded';

const AuditQuery = graphql(`
  query AuditLog($query: String, $since: DateTime, $until: DateTime, $after: String) {
    administration {
      auditEvents(query: $query, since: $since, until: $until, first: 50, after: $after) {
        nodes {
          id
          at
          action
          subject
          ipAddress
          actor {
            id
            name
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

/** Who did what: sign-ins, roles, settings, deletions. */
export function AuditScreen() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [query, setQuery] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [after, setAfter] = useState<string | null>(null);
  const filter = {
    query: query.trim() || null,
    since: from ? new Date(`${from}T00:00`).toISOString() : null,
    until: to ? new Date(`${to}T24:00`).toISOString() : null,
  };
  const [state, retry] = useQuery({ query: AuditQuery, variables: { ...filter, after } });
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null);
  return (
    <AdminPage
      title={i18n._('Audit log')}
      lead={i18n._('Who did what, newest first.')}
      tools={
        <a className="btn quiet" href={`/admin/audit.csv?${new URLSearchParams(given)}`} download>
          <Icon name="download" small />
          {i18n._('Export')}
        </a>
      }
    >
      <div className="filters">
        <label className="filter">
          <Icon name="search" small />
          <input
            type="search"
            value={query}
            placeholder={i18n._('Action, person or subject')}
            aria-label={i18n._('Filter the log')}
            onChange={(event) => setQuery(event.target.value)}
          />
        </label>
        <label className="date">
          {i18n._('From')}
          <input type="date" className="input" value={from} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label className="date">
          {i18n._('to')}
          <input type="date" className="input" value={to} onChange={(event) => setTo(event.target.value)} />
        </label>
      </div>
      <Loaded state={state} onRetry={retry}>
        {({ administration: { auditEvents } }) =>
          auditEvents.nodes.length === 0 ? (
            <Empty title={i18n._('Nothing of that kind.')} />
          ) : (
            <>
              <table className="tbl log">
                <thead>
                  <tr>
                    <th>{i18n._('When')}</th>
                    <th>{i18n._('Who')}</th>
                    <th>{i18n._('What')}</th>
                    <th>{i18n._('From where')}</th>
                  </tr>
                </thead>
                <tbody>
                  {auditEvents.nodes.map(({ id, at, actor, action, subject, ipAddress }) => (
                    <tr key={id}>
                      <td>
                        <time dateTime={at} title={times.full(at)}>
                          {`${times.date(at)} ${times.clock(at)}`}
                        </time>
                      </td>
                      <td>{actor?.name ?? i18n._('the hub')}</td>
                      <td>
                        <b>{action}</b>
                        <small>{subject}</small>
                      </td>
                      <td className="hide">{ipAddress}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {auditEvents.pageInfo.hasNextPage && (
                <button type="button" className="btn quiet" onClick={() => setAfter(auditEvents.pageInfo.endCursor)}>
                  {i18n._('Show older')}
                </button>
              )}
            </>
          )
        }
      </Loaded>
    </AdminPage>
  );
}
