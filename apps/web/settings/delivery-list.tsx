import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Avatar, Empty, Problem, Skeleton } from '../design';
import { useLingui, useTimes } from '../language';
import { DeliveryFields, kindWords, ruleWords, stateWords } from '../why';
import { byEvent } from './deliveries';

const PAGE = 24;

const DeliveriesQuery = graphql(
  `
    query Deliveries($first: Int!, $after: String) {
      viewer {
        deliveries(first: $first, after: $after) {
          nodes {
            ...DeliveryFields
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
      }
    }
  `,
  [DeliveryFields],
);

/** What reached the reader, on which ways, and why then. */
export function DeliveryList() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: DeliveriesQuery,
    variables: { first: PAGE, after },
    requestPolicy: 'cache-and-network',
  });
  const page = data?.viewer?.deliveries;
  if (!page)
    return error ? (
      <Problem onRetry={() => refetch({ requestPolicy: 'network-only' })}>{sentenceOf(i18n, error)}</Problem>
    ) : (
      <Skeleton lines={4} />
    );
  if (page.nodes.length === 0) return <Empty title={i18n._('Nothing has been delivered yet.')} />;
  return (
    <>
      <ul className="deliveries">
        {byEvent(page.nodes).map(({ key, first, ways }) => (
          <li key={key}>
            {first.actor ? <Avatar member={first.actor} size="sm" /> : <span />}
            <div>
              <p>
                {kindWords(i18n, first.kind)}
                {first.thread && (
                  <>
                    {': '}
                    <Link
                      className="link"
                      to="/t/$threadId"
                      params={{ threadId: first.thread.id }}
                      search={{ post: first.post?.id }}
                    >
                      <span dir="auto">{first.thread.title}</span>
                    </Link>
                  </>
                )}
              </p>
              <p className="hint-line">{ruleWords(i18n, first.kind, first.reason.rule)}</p>
              <p className="hint-line">{ways.map((way) => stateWords(i18n, times, way)).join(' · ')}</p>
              {ways.map(
                ({ id, failure }) =>
                  failure && (
                    <p key={id} className="wrong" dir="auto">
                      {failure}
                    </p>
                  ),
              )}
            </div>
          </li>
        ))}
      </ul>
      {page.pageInfo.hasNextPage && (
        <button
          type="button"
          className="btn quiet"
          disabled={fetching}
          onClick={() => setAfter(page.pageInfo.endCursor)}
        >
          {i18n._('Older ones')}
        </button>
      )}
    </>
  );
}
