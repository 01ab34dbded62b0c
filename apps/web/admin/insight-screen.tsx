import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../api';
import { useLingui, useTimes } from '../language';
import { AdminPage } from './admin-page';
import { type InsightPeriod, toldPeriods } from './insight-weeks';
import { Loaded } from './loaded';

const InsightQuery = graphql(`
  query Insight($period: InsightPeriod!, $start: LocalDate!) {
    administration {
      insight(period: $period, start: $start) {
        start
        smallestGroup
        organization {
          asked
          owed
          answeredInTime
          urgent
          offHoursInterruptions
        }
        groups {
          name
          figures {
            asked
            owed
            answeredInTime
            urgent
            offHoursInterruptions
          }
        }
      }
    }
  }
`);
type Insight = ResultOf<typeof InsightQuery>['administration']['insight'];
type Figures = Insight['organization'];

const TOLD = 8;

/** How the organisation does: sums of at least five people, never a person. */
export function InsightScreen() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [period, setPeriod] = useState<InsightPeriod>('WEEK');
  const starts = toldPeriods(period, Date.now(), TOLD);
  const [chosen, setStart] = useState<string>();
  const start = chosen && starts.includes(chosen) ? chosen : starts[0]!;
  const [state, retry] = useQuery({ query: InsightQuery, variables: { period, start } });
  const names = { WEEK: i18n._('Weeks'), MONTH: i18n._('Months') };
  return (
    <AdminPage
      title={i18n._('Insight')}
      lead={i18n._('How people ask and answer, together. Nobody is shown alone, and nobody is compared.')}
      tools={
        <>
          <select
            className="input"
            aria-label={i18n._('Period')}
            value={period}
            onChange={({ target }) => setPeriod(target.value === 'MONTH' ? 'MONTH' : 'WEEK')}
          >
            {(['WEEK', 'MONTH'] as const).map((one) => (
              <option key={one} value={one}>
                {names[one]}
              </option>
            ))}
          </select>
          <select
            className="input"
            aria-label={i18n._('Which one')}
            value={start}
            onChange={({ target }) => setStart(target.value)}
          >
            {starts.map((one) => (
              <option key={one} value={one}>
                {period === 'WEEK'
                  ? i18n._('Week from {date}', { date: times.day(one) })
                  : i18n.date(`${one}T12:00:00Z`, { month: 'long', year: 'numeric', timeZone: 'UTC' })}
              </option>
            ))}
          </select>
        </>
      }
    >
      <Loaded state={state} onRetry={retry}>
        {({ administration: { insight } }) => <Sums insight={insight} />}
      </Loaded>
    </AdminPage>
  );
}

function Sums({ insight: { organization, groups, smallestGroup } }: { insight: Insight }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const columns: [keyof Figures, string][] = [
    ['asked', i18n._('Asked for')],
    ['owed', i18n._('Asked of them')],
    ['answeredInTime', i18n._('Answered in time')],
    ['urgent', i18n._('Urgent')],
    ['offHoursInterruptions', i18n._('Outside working hours')],
  ];
  const row = (name: string, figures: Figures) => (
    <tr key={name}>
      <td>
        <b dir="auto">{name}</b>
      </td>
      {columns.map(([column]) => {
        const figure = figures[column];
        return (
          <td key={column}>
            {typeof figure === 'number' ? (
              times.number(figure)
            ) : (
              <span title={i18n._('Too few people to tell')}>
                <span aria-hidden="true">–</span>
                <span className="sr">{i18n._('Too few people to tell')}</span>
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
  return (
    <>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{i18n._('Who')}</th>
            {columns.map(([column, name]) => (
              <th key={column} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(i18n._('Everybody'), organization)}
          {groups.map(({ name, figures }) => row(name, figures))}
        </tbody>
      </table>
      <p className="hint-line">
        {i18n._(
          'Rounded to five. A dash stands for nothing, or for fewer than {smallestGroup} people. Figures are told a week after the period and then stay as they are.',
          { smallestGroup },
        )}
      </p>
    </>
  );
}
