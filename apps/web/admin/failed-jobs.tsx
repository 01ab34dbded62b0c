import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../api';
import { Sheet } from '../design';
import { duration, useLingui, useTimes } from '../language';
import { Loaded } from './loaded';
import { useAct } from './use-act';

const FailedQuery = graphql(`
  query FailedJobs($after: String) {
    administration {
      failedJobs(first: 20, after: $after) {
        totalCount
        nodes {
          id
          queue
          subject
          reason
          advice
          tries
          maxTries
          failedAt
          toldAt
          details
          told {
            id
            name
          }
          owner {
            id
            name
          }
          channel {
            id
            name
          }
          media {
            id
            durationSeconds
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
const Retry = graphql(`
  mutation RetryJob($input: FailedJobInput!) {
    retryFailedJob(input: $input) {
      failedJobs
    }
  }
`);
const Accept = graphql(`
  mutation AcceptJob($input: FailedJobInput!) {
    acceptFailedJob(input: $input) {
      failedJobs
    }
  }
`);
type Job = ResultOf<typeof FailedQuery>['administration']['failedJobs']['nodes'][number];

/** What failed, why in words, who was told; another try, or leave it be. */
export function FailedJobs() {
  const { i18n } = useLingui();
  const [after, setAfter] = useState<string | null>(null);
  const [state, refetch] = useQuery({ query: FailedQuery, variables: { after } });
  const [retry] = useAct(Retry);
  const [accept] = useAct(Accept);
  const [shown, setShown] = useState<Job>();
  const done = (answer: unknown) => answer && refetch({ requestPolicy: 'network-only' });
  if (state.data && state.data.administration.failedJobs.nodes.length === 0) return null;
  return (
    <section>
      <h2>
        {i18n._('Needs a look')} <small>{i18n._('people who recorded these were told')}</small>
      </h2>
      <Loaded state={state} onRetry={refetch}>
        {({ administration: { failedJobs } }) => (
          <>
            <table className="tbl issues">
              <thead>
                <tr>
                  <th>{i18n._('Recording')}</th>
                  <th>{i18n._('What went wrong')}</th>
                  <th className="r">{i18n._('Tries')}</th>
                  <th>{i18n._('When')}</th>
                  <th>
                    <span className="sr">{i18n._('Actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {failedJobs.nodes.map((job) => (
                  <JobRow
                    key={job.id}
                    job={job}
                    onShow={() => setShown(job)}
                    onRetry={async () =>
                      done(await retry({ input: { failedJobId: job.id } }, i18n._('It is tried again.')))
                    }
                    onAccept={async () =>
                      done(
                        await accept({ input: { failedJobId: job.id } }, i18n._('Left as it is. The original stays.')),
                      )
                    }
                  />
                ))}
              </tbody>
            </table>
            {failedJobs.pageInfo.hasNextPage && (
              <button type="button" className="btn quiet" onClick={() => setAfter(failedJobs.pageInfo.endCursor)}>
                {i18n._('Show more')}
              </button>
            )}
          </>
        )}
      </Loaded>
      {shown && <JobSheet job={shown} onClose={() => setShown(undefined)} />}
    </section>
  );
}

function JobRow({
  job,
  onShow,
  onRetry,
  onAccept,
}: {
  job: Job;
  onShow: () => void;
  onRetry: () => void;
  onAccept: () => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const where = [
    job.owner?.name,
    job.channel && `#${job.channel.name}`,
    job.media?.durationSeconds && duration(job.media.durationSeconds),
  ];
  return (
    <tr>
      <td>
        <b>{job.subject}</b>
        <small>{where.filter(Boolean).join(', ')}</small>
      </td>
      <td>
        <span className="fail">{job.reason}</span>
        {job.advice && <small>{job.advice}</small>}
      </td>
      <td className="r hide">{i18n._('{tries} of {maxTries}', { tries: job.tries, maxTries: job.maxTries })}</td>
      <td className="hide">
        <time dateTime={job.failedAt}>{times.since(job.failedAt)}</time>
      </td>
      <td>
        <span className="row-acts">
          <button type="button" className="btn quiet" onClick={onShow}>
            {i18n._('Details')}
          </button>
          <button type="button" className="btn quiet" onClick={onAccept}>
            {i18n._('Accept')}
          </button>
          <button type="button" className="btn soft" onClick={onRetry}>
            {i18n._('Try again')}
          </button>
        </span>
      </td>
    </tr>
  );
}

function JobSheet({ job, onClose }: { job: Job; onClose: () => void }) {
  const { i18n } = useLingui();
  const times = useTimes();
  return (
    <Sheet wide title={job.subject} onClose={onClose}>
      <p className="fail">{job.reason}</p>
      {job.advice && <p>{job.advice}</p>}
      <p className="note">
        {job.toldAt && job.told.length > 0
          ? i18n._('Told: {names}, {time}.', {
              names: times.list(job.told.map(({ name }) => name)),
              time: times.full(job.toldAt),
            })
          : i18n._('Nobody was told yet: it waits for their working hours.')}
      </p>
      {job.details && <pre className="details">{job.details}</pre>}
    </Sheet>
  );
}
