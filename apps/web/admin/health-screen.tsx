import { useQuery } from 'urql';
import { graphql } from '../api';
import { Icon } from '../design';
import { useLingui, useTimes } from '../language';
import { AdminPage } from './admin-page';
import { Loaded } from './loaded';

const HealthQuery = graphql(`
  query Checks {
    administration {
      checks {
        name
        title
        ok
        degraded
        summary
        fix
        stillWorks
        checkedAt
      }
    }
  }
`);

/** Each part with what is so, what still works without it, and what to do. */
export function HealthScreen() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [state, retry] = useQuery({ query: HealthQuery, requestPolicy: 'cache-and-network' });
  const checks = state.data?.administration.checks ?? [];
  const bad = checks.filter(({ ok }) => !ok).length;
  return (
    <AdminPage
      title={i18n._('Health')}
      lead={
        checks.length === 0
          ? undefined
          : i18n._('{bad, plural, =0 {All parts work.} one {One part needs you.} other {# parts need you.}}', { bad })
      }
      tools={
        <button
          type="button"
          className="btn quiet"
          disabled={state.fetching}
          onClick={() => retry({ requestPolicy: 'network-only' })}
        >
          <Icon name="restart" small />
          {i18n._('Check again')}
        </button>
      }
    >
      <Loaded state={state} onRetry={retry}>
        {({ administration }) => (
          <ul className="checks-list">
            {administration.checks.map((check) => (
              <li key={check.name} className={check.ok ? (check.degraded ? 'soso' : 'good') : 'bad'}>
                <Icon name={check.ok ? (check.degraded ? 'clock' : 'check') : 'warning'} />
                <div>
                  <b>{check.title}</b>
                  <p>{check.summary}</p>
                  {check.fix && <p className="fix">{check.fix}</p>}
                  {check.stillWorks && (
                    <p className="note">{i18n._('Meanwhile: {stillWorks}', { stillWorks: check.stillWorks })}</p>
                  )}
                </div>
                <time dateTime={check.checkedAt}>{times.clock(check.checkedAt)}</time>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </AdminPage>
  );
}
