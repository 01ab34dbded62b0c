import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../api';
import { Icon } from '../design';
import { bytesWords, useLingui, useTimes } from '../language';
import { AdminPage } from './admin-page';
import { Loaded } from './loaded';

const OverviewQuery = graphql(`
  query Overview {
    administration {
      overview {
        memberCount
        membersWithHours
        openExpectations
        overdueExpectations
        recordingsThisWeek
        playableAfterStopMedianSeconds
        playableAfterStopP95Seconds
        failedJobs
        waitingJobs
        lastBackupAt
        lastDigestAt
        storageBytes
        storageCapacityBytes
        checklist {
          key
          done
        }
      }
    }
  }
`);
type Overview = ResultOf<typeof OverviewQuery>['administration']['overview'];

/** Five sentences on how the hub is, then where to go. No wall of figures. */
export function OverviewScreen() {
  const { i18n } = useLingui();
  const [state, retry] = useQuery({ query: OverviewQuery });
  return (
    <AdminPage title={i18n._('Overview')} lead={i18n._('How your hub is, in five sentences.')}>
      <Loaded state={state} onRetry={retry}>
        {({ administration: { overview } }) => (
          <>
            <Sentences overview={overview} />
            <Checklist items={overview.checklist} />
          </>
        )}
      </Loaded>
    </AdminPage>
  );
}

function Sentences({ overview }: { overview: Overview }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const {
    memberCount,
    membersWithHours,
    openExpectations,
    overdueExpectations,
    recordingsThisWeek,
    playableAfterStopMedianSeconds: median,
    failedJobs,
    waitingJobs,
    storageBytes,
    storageCapacityBytes: capacity,
    lastBackupAt,
    lastDigestAt,
  } = overview;
  const withoutHours = memberCount - membersWithHours;
  return (
    <ol className="sentences">
      <li>
        {withoutHours === 0
          ? i18n._('{memberCount, plural, one {One member has} other {All # members have}} set their working hours.', {
              memberCount,
            })
          : i18n._(
              '{withoutHours, plural, one {One member of {memberCount} has} other {# members of {memberCount} have}} not set their working hours: 9 to 17 is assumed.',
              { withoutHours, memberCount },
            )}{' '}
        <Link to="/admin/members" className="link">
          {i18n._('Members')}
        </Link>
      </li>
      <li>
        {i18n._(
          '{openExpectations, plural, =0 {Nobody waits for an answer.} one {One answer is expected.} other {# answers are expected.}}',
          { openExpectations },
        )}{' '}
        {overdueExpectations > 0 &&
          i18n._('{overdueExpectations, plural, one {One is late.} other {# are late.}}', { overdueExpectations })}
      </li>
      <li>
        {i18n._(
          '{recordingsThisWeek, plural, =0 {Nothing was recorded this week.} one {One recording this week.} other {# recordings this week.}}',
          { recordingsThisWeek },
        )}{' '}
        {median !== null &&
          i18n._('Others could play them {seconds} s after Stop (median).', {
            seconds: times.number(Math.round(median * 10) / 10),
          })}
      </li>
      <li className={failedJobs > 0 ? 'warn' : undefined}>
        {failedJobs === 0
          ? i18n._(
              '{waitingJobs, plural, =0 {All work is done, nothing failed.} one {One job waits, nothing failed.} other {# jobs wait, nothing failed.}}',
              { waitingJobs },
            )
          : i18n._(
              '{failedJobs, plural, one {One job failed and needs a look.} other {# jobs failed and need a look.}}',
              { failedJobs },
            )}{' '}
        <Link to="/admin/storage" className="link">
          {i18n._('Storage and queue')}
        </Link>
      </li>
      <li>
        {capacity
          ? i18n._('{used} of {capacity} are used.', {
              used: bytesWords(i18n, storageBytes),
              capacity: bytesWords(i18n, capacity),
            })
          : i18n._('{used} are used.', { used: bytesWords(i18n, storageBytes) })}{' '}
        {lastBackupAt
          ? i18n._('The last backup is from {time}.', { time: times.since(lastBackupAt) })
          : i18n._('No backup is known of.')}{' '}
        {lastDigestAt && i18n._('The last digest went out {time}.', { time: times.since(lastDigestAt) })}
      </li>
    </ol>
  );
}

function Checklist({ items }: { items: Overview['checklist'] }) {
  const { i18n } = useLingui();
  if (items.every(({ done }) => done)) return null;
  const words: Record<string, { text: string; to: string }> = {
    WORKING_HOURS: { text: i18n._('Set your own working hours'), to: '/settings' },
    INVITE: { text: i18n._('Invite your team'), to: '/admin/invites' },
    CHANNEL: { text: i18n._('Make the first channel'), to: '/channels' },
    MAIL: { text: i18n._('Connect a mail server'), to: '/admin/settings?q=smtp' },
    FIRST_THREAD: { text: i18n._('Start the first thread'), to: '/new' },
  };
  return (
    <section>
      <h2>{i18n._('The first day')}</h2>
      <ul className="checklist">
        {items.map(({ key, done }) => (
          <li key={key} className={done ? 'done' : undefined}>
            <Icon name={done ? 'check' : 'forward'} small flips={!done} />
            {done ? (
              <span>{words[key]?.text ?? key}</span>
            ) : (
              <Link to={words[key]?.to ?? '/admin'}>{words[key]?.text ?? key}</Link>
            )}
            {done && <span className="sr">{i18n._('done')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
