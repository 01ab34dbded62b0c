import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api';
import { Avatar, Empty, Field } from '../design';
import { useLingui, useTimes } from '../language';
import { AdminPage } from './admin-page';
import { Loaded } from './loaded';
import { useAct } from './use-act';

const Deliveries = graphql(`
  query DigestDeliveries($after: String) {
    administration {
      digestDeliveries(first: 30, after: $after) {
        nodes {
          id
          periodEnd
          sentAt
          failure
          byEmail
          member {
            id
            name
            avatarUrl
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
const People = graphql(`
  query DigestPeople($query: String) {
    members(query: $query, first: 6) {
      nodes {
        id
        name
        avatarUrl
      }
    }
  }
`);
const PreviewQuery = graphql(`
  query AdminDigestPreview($memberId: ID!) {
    administration {
      digestPreview(memberId: $memberId) {
        subject
        html
        empty
        nextAt
      }
    }
  }
`);
const SendTest = graphql(`
  mutation SendTestDigest($input: SendTestDigestInput!) {
    sendTestDigest(input: $input) {
      ok
      message
      fix
    }
  }
`);

/** What goes out, what did not arrive, and how it would look for anybody. */
export function DigestsScreen() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [after, setAfter] = useState<string | null>(null);
  const [state, retry] = useQuery({ query: Deliveries, variables: { after } });
  return (
    <AdminPage
      title={i18n._('Digests')}
      lead={i18n._('Each member chooses their own times. When mail is down digests wait; the page in the hub stays.')}
    >
      <div className="two">
        <section>
          <h2>{i18n._('Lately')}</h2>
          <Loaded state={state} onRetry={retry}>
            {({ administration: { digestDeliveries } }) =>
              digestDeliveries.nodes.length === 0 ? (
                <Empty title={i18n._('No digest was made yet.')} />
              ) : (
                <>
                  <table className="tbl">
                    <thead>
                      <tr>
                        <th>{i18n._('For')}</th>
                        <th>{i18n._('Made')}</th>
                        <th>{i18n._('Mail')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {digestDeliveries.nodes.map(({ id, member, periodEnd, sentAt, failure, byEmail }) => (
                        <tr key={id}>
                          <td>
                            <span className="who">
                              <Avatar member={member} size="sm" />
                              <b>{member.name}</b>
                            </span>
                          </td>
                          <td>
                            <time dateTime={periodEnd}>{times.since(periodEnd)}</time>
                          </td>
                          <td>
                            {failure ? (
                              <span className="fail">{failure}</span>
                            ) : sentAt ? (
                              i18n._('sent {time}', { time: times.since(sentAt) })
                            ) : byEmail ? (
                              i18n._('waits')
                            ) : (
                              i18n._('in the hub only')
                            )}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                  {digestDeliveries.pageInfo.hasNextPage && (
                    <button
                      type="button"
                      className="btn quiet"
                      onClick={() => setAfter(digestDeliveries.pageInfo.endCursor)}
                    >
                      {i18n._('Show more')}
                    </button>
                  )}
                </>
              )
            }
          </Loaded>
        </section>
        <Preview />
      </div>
    </AdminPage>
  );
}

function Preview() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [query, setQuery] = useState('');
  const [member, setMember] = useState<{ id: string; name: string }>();
  const [{ data }] = useQuery({ query: People, variables: { query: query.trim() || null } });
  const [{ data: shown }] = useQuery({
    query: PreviewQuery,
    variables: { memberId: member?.id ?? '' },
    pause: !member,
    requestPolicy: 'network-only',
  });
  const [send, fetching] = useAct(SendTest);
  const [result, setResult] = useState<{ ok: boolean; message: string; fix: string | null }>();
  const preview = member ? shown?.administration.digestPreview : undefined;
  return (
    <section className="form">
      <h2>{i18n._('Preview')}</h2>
      <Field
        label={i18n._('For whom')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        placeholder={i18n._('Name')}
      />
      <ul className="choose">
        {data?.members.nodes.map((one) => (
          <li key={one.id}>
            <button type="button" aria-pressed={one.id === member?.id} onClick={() => setMember(one)}>
              <Avatar member={one} size="sm" />
              {one.name}
            </button>
          </li>
        ))}
      </ul>
      {member && preview && (
        <>
          <p className="note">
            {preview.empty ? i18n._('Nothing to say now: no digest would go out.') : preview.subject}{' '}
            {preview.nextAt && i18n._('Next: {time}.', { time: times.due(preview.nextAt) })}
          </p>
          {/* Its own document: a mail's styles do not touch ours, and nothing in it runs. */}
          {!preview.empty && (
            <iframe
              className="mail"
              title={i18n._('Digest of {name}', { name: member.name })}
              sandbox=""
              srcDoc={preview.html}
            />
          )}
          <p>
            <button
              type="button"
              className="btn quiet"
              disabled={fetching}
              onClick={async () => {
                const result = (await send({ input: { memberId: member.id } }))?.sendTestDigest;
                if (result) setResult(result);
              }}
            >
              {i18n._('Send it to me as a test')}
            </button>
          </p>
          {result && (
            <p className={result.ok ? 'note' : 'fail'} role="status">
              {result.message} {result.fix}
            </p>
          )}
        </>
      )}
    </section>
  );
}
