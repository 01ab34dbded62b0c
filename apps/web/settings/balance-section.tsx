import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf, sentenceOf } from '../api';
import { Problem, Skeleton } from '../design';
import { useLingui, useTimes } from '../language';
import './balance.css';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const WEEKS = 4;

const BalanceQuery = graphql(`
  query Balance($from: DateTime!, $to: DateTime!) {
    viewer {
      balance(from: $from, to: $to) {
        weeks {
          monday
          askedFor
          owed
          answered
          answeredInTime
          urgentUsed
          interruptionsCaused
          interruptionsReceived
        }
      }
    }
  }
`);
type Week = NonNullable<ResultOf<typeof BalanceQuery>['viewer']>['balance']['weeks'][number];

/** What you ask of others and others of you: for yourself alone. */
export function BalanceSection() {
  const { i18n } = useLingui();
  // One period while the page is open: the weeks are the hub's to cut.
  const [period] = useState(() => {
    const to = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS;
    return { from: new Date(to - (WEEKS - 1) * WEEK_MS).toISOString(), to: new Date(to).toISOString() };
  });
  const [{ data, error }, retry] = useQuery({ query: BalanceQuery, variables: period });
  const weeks = data?.viewer?.balance.weeks;
  if (!weeks) {
    return error ? <Problem onRetry={() => retry()}>{sentenceOf(i18n, error)}</Problem> : <Skeleton lines={4} />;
  }
  return (
    <>
      <p className="hint-line">{i18n._('Only you see this. It is compared with nobody.')}</p>
      <Sentences week={weeks.at(-1)!} />
      <Weeks weeks={weeks} />
    </>
  );
}

function Sentences({ week }: { week: Week }) {
  const { i18n } = useLingui();
  const { askedFor, owed, answered, answeredInTime, urgentUsed, interruptionsCaused, interruptionsReceived } = week;
  return (
    <ul className="balance-words">
      <li>
        {i18n._(
          '{askedFor, plural, =0 {This week you have asked nobody for an answer.} one {This week you have asked for one answer.} other {This week you have asked for # answers.}}',
          { askedFor },
        )}
      </li>
      <li>
        {owed === 0
          ? i18n._('Nobody has asked you for one.')
          : i18n._(
              '{owed, plural, one {One answer was asked of you;} other {# answers were asked of you;}} {answered, plural, =0 {none is given yet.} one {one is given, {answeredInTime} in time.} other {# are given, {answeredInTime} in time.}}',
              { owed, answered, answeredInTime },
            )}
      </li>
      <li>
        {urgentUsed === 0
          ? i18n._('You have interrupted nobody.')
          : i18n._(
              '{urgentUsed, plural, one {You have sent one urgent message.} other {You have sent # urgent messages.}} {interruptionsCaused, plural, =0 {Everybody it reached was working.} one {It reached one person outside their hours.} other {They reached # people outside their hours.}}',
              { urgentUsed, interruptionsCaused },
            )}
      </li>
      <li>
        {i18n._(
          '{interruptionsReceived, plural, =0 {Nothing has reached you outside your hours.} one {One urgent message has reached you outside your hours.} other {# urgent messages have reached you outside your hours.}}',
          { interruptionsReceived },
        )}
      </li>
    </ul>
  );
}

function Weeks({ weeks }: { weeks: readonly Week[] }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const rows: [string, (week: Week) => number][] = [
    [i18n._('Asked for'), (week) => week.askedFor],
    [i18n._('Asked of you'), (week) => week.owed],
    [i18n._('Answered in time'), (week) => week.answeredInTime],
    [i18n._('Urgent'), (week) => week.urgentUsed],
    [i18n._('Interruptions caused'), (week) => week.interruptionsCaused],
    [i18n._('Interruptions received'), (week) => week.interruptionsReceived],
  ];
  return (
    // Wider than a phone: who has no pointer scrolls it with the arrow keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a scrollable region takes the focus.
    <section className="balance-weeks" aria-label={i18n._('Your balance, week by week')} tabIndex={0}>
      <table>
        <caption className="sr">{i18n._('Your balance, week by week')}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n._('Week from')}</th>
            {weeks.map(({ monday }) => (
              <th key={monday} scope="col">
                <time dateTime={monday}>{times.day(monday)}</time>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, figure]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {weeks.map((week) => (
                <td key={week.monday}>{times.number(figure(week))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
