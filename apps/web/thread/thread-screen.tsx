import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { sentenceOf } from '../api';
import { Empty, Problem, Skeleton } from '../design';
import { useLingui } from '../language';
import { ThreadHead } from './queries';
import { ThreadView } from './thread-view';
import './thread.css';

/** One thread: what is asked, the recording, what was said, and the answer that is being written. */
export function ThreadScreen() {
  const { threadId } = useParams({ from: '/frame/t/$threadId' });
  // Another thread is another screen: nothing of the last one stays.
  return <ThreadPage key={threadId} threadId={threadId} />;
}

function ThreadPage({ threadId }: { threadId: string }) {
  const { i18n } = useLingui();
  const [{ data, error }, refetch] = useQuery({ query: ThreadHead, variables: { id: threadId } });
  const again = () => refetch({ requestPolicy: 'network-only' });
  if (data?.thread) return <ThreadView thread={data.thread} firstPost={data.thread.firstPost} onChanged={again} />;
  return (
    <div className="thread alone">
      <div className="talk">
        {error && <Problem onRetry={again}>{sentenceOf(i18n, error)}</Problem>}
        {!error && !data && <Skeleton lines={8} label={i18n._('Loading the thread')} />}
        {data && !data.thread && (
          <Empty title={i18n._('There is no such thread for you')}>
            <p>{i18n._('It may have been deleted, or you may not be in its channel.')}</p>
            <Link to="/inbox" className="btn quiet">
              {i18n._('Go to the inbox')}
            </Link>
          </Empty>
        )}
      </div>
    </div>
  );
}
