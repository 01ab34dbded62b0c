import { useEffect } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api';
import { Icon } from '../design';
import { bytesWords, longDuration, useLingui, useTimes } from '../language';
import { AdminPage } from './admin-page';
import { FailedJobs } from './failed-jobs';
import { Loaded } from './loaded';
import { Queues } from './queues';
import { SpaceUse } from './space-use';
import { StorageQuery, type StorageState } from './storage-query';
import { useAct } from './use-act';
import { WaitingChart } from './waiting-chart';

const Pause = graphql(`
  mutation PauseQueue($input: PauseQueueInput!) {
    pauseQueue(input: $input) {
      queues {
        name
        paused
      }
    }
  }
`);
const Resume = graphql(`
  mutation ResumeQueue($input: PauseQueueInput!) {
    resumeQueue(input: $input) {
      queues {
        name
        paused
      }
    }
  }
`);

/** Often enough to see work go down, seldom enough to cost nothing. */
const REFRESH_MS = 10_000;

export function StorageScreen() {
  const { i18n } = useLingui();
  const [state, refetch] = useQuery({ query: StorageQuery });
  const [pause] = useAct(Pause);
  const [resume] = useAct(Resume);
  // biome-ignore lint/correctness/useExhaustiveDependencies: urql's refetch is a new function every time
  useEffect(() => {
    const timer = setInterval(
      () => document.visibilityState === 'visible' && refetch({ requestPolicy: 'network-only' }),
      REFRESH_MS,
    );
    return () => clearInterval(timer);
  }, []);
  const administration = state.data?.administration;
  const isPaused = (administration?.overview.pausedQueues.length ?? 0) > 0;
  const setPaused = async (name: string | null, paused: boolean) => {
    const done = paused ? i18n._('Paused. What arrives waits and is not lost.') : i18n._('The work goes on.');
    if (await (paused ? pause : resume)({ input: { name } }, done)) refetch({ requestPolicy: 'network-only' });
  };
  return (
    <AdminPage
      title={i18n._('Storage and queue')}
      lead={administration && <Lead overview={administration.overview} />}
      tools={
        <button type="button" className="btn quiet" onClick={() => void setPaused(null, !isPaused)}>
          <Icon name={isPaused ? 'play' : 'pause'} small />
          {isPaused ? i18n._('Go on with the work') : i18n._('Pause all work')}
        </button>
      }
    >
      <Loaded state={state} onRetry={refetch}>
        {({ administration: { overview, storage, queues, waitingHistory } }) => (
          <>
            <Figures overview={overview} storage={storage} queues={queues} />
            <FailedJobs />
            <div className="two">
              <section>
                <WaitingChart samples={waitingHistory} />
                <Queues queues={queues} onPause={(name, paused) => void setPaused(name, paused)} />
              </section>
              <SpaceUse storage={storage} />
            </div>
          </>
        )}
      </Loaded>
    </AdminPage>
  );
}

function Lead({ overview: { failedJobs, waitingJobs } }: { overview: StorageState['overview'] }) {
  const { i18n } = useLingui();
  if (failedJobs > 0)
    return i18n._(
      '{failedJobs, plural, one {One job needs a look.} other {# jobs need a look.}} The recordings themselves are kept.',
      { failedJobs },
    );
  return waitingJobs > 0
    ? i18n._('Everything is being worked on.')
    : i18n._('Everything that was recorded is playable. Nothing is waiting.');
}

function Figures({ overview, storage, queues }: Pick<StorageState, 'overview' | 'storage' | 'queues'>) {
  const { i18n } = useLingui();
  const times = useTimes();
  const seconds = (value: number | null) =>
    value === null ? '–' : i18n._('{seconds} s', { seconds: times.number(Math.round(value * 10) / 10) });
  const emptyIn = Math.max(0, ...queues.map(({ emptyInSeconds }) => emptyInSeconds ?? 0));
  const part = storage.capacityBytes ? storage.usedBytes / storage.capacityBytes : undefined;
  return (
    <dl className="figs">
      <div>
        <dt>{i18n._('Playable after Stop')}</dt>
        <dd>
          {seconds(overview.playableAfterStopMedianSeconds)}
          <small>
            {i18n._('median, 7 days; {p95} at p95', { p95: seconds(overview.playableAfterStopP95Seconds) })}
          </small>
        </dd>
      </div>
      <div>
        <dt>{i18n._('Waiting')}</dt>
        <dd>
          {times.number(overview.waitingJobs)}
          <small>
            {overview.waitingJobs === 0
              ? i18n._('nothing waiting')
              : emptyIn > 0
                ? i18n._('empty in about {time}', { time: longDuration(i18n, Math.max(60, emptyIn)) })
                : ''}
          </small>
        </dd>
      </div>
      <div>
        <dt>{i18n._('Failed, not retried')}</dt>
        <dd>
          {times.number(overview.failedJobs)}
          <small>{i18n._('originals are always kept')}</small>
        </dd>
      </div>
      <div>
        <dt>{i18n._('Storage')}</dt>
        <dd>
          {bytesWords(i18n, storage.usedBytes)}
          <small>
            {storage.capacityBytes
              ? i18n._('of {capacity}', { capacity: bytesWords(i18n, storage.capacityBytes) })
              : i18n._('used')}
            {storage.fullInDays !== null &&
              storage.fullInDays < 3650 &&
              `; ${i18n._('full in about {days, plural, one {# day} other {# days}}', { days: storage.fullInDays })}`}
          </small>
          {part !== undefined && (
            <span className="meter">
              <i style={{ inlineSize: `${Math.min(100, part * 100).toFixed(1)}%` }} />
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}
