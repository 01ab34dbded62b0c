import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../api';
import { Avatar, Ribbon } from '../design';
import { durationWords, useLingui, useTimes } from '../language';
import { useViewer } from '../shell';
import { dayOf, readClock, workingBlocks } from './day';
import { WaitingOnMe, WaitingOnOthers } from './items';
import { WhereTheyAre } from './others-lane';

/** The reader's day, what moved, and whom they wait for: all of it quiet. */
export function Rail() {
  return (
    <aside className="rail">
      <YourDay />
      <CatchUp />
      <Others />
    </aside>
  );
}

/** The rail asks when the lane has its answer: what waits for the reader comes first. */
const FIRST_PATIENCE_MS = 1_000;
function useIsCalm(): boolean {
  const [{ data }] = useQuery({
    query: WaitingOnMe,
    variables: { first: 50, after: null },
    requestPolicy: 'cache-only',
  });
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), FIRST_PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate || Boolean(data?.viewer);
}

const DAY_MINUTES = 1440;

function YourDay() {
  const { i18n } = useLingui();
  const times = useTimes();
  const { member } = useViewer();
  const [{ data }] = useQuery({
    query: WaitingOnMe,
    variables: { first: 50, after: null },
    requestPolicy: 'cache-only',
  });
  const items = data?.viewer?.inbox.waitingOnMe.nodes ?? [];
  const now = Date.now();
  const today = workingBlocks(member.workingHours.week, dayOf(times.dayOf(now)));
  const minutes = readClock(times.clock(now));
  const dueToday = items
    .map(({ dueAt }) => dueAt)
    .find((due) => due && times.daysBetween(due, now) === 0 && Date.parse(due) > now);
  const urgent = items.filter(({ post }) => post.expectation.timing === 'NOW').length;
  const quietFrom = today.findLast(({ end }) => end <= DAY_MINUTES)?.end;
  return (
    <section>
      <h2>
        {i18n._('Your day')} <small>{`${times.place()}, ${times.clock(now)}`}</small>
      </h2>
      <Ribbon
        start={0}
        end={DAY_MINUTES}
        working={today}
        now={minutes}
        due={dueToday ? readClock(times.clock(dueToday)) : undefined}
      />
      <div className="ticks" aria-hidden="true">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
      <p className="note">
        {urgent > 0
          ? i18n._('{count, plural, one {One urgent message.} other {# urgent messages.}}', { count: urgent })
          : i18n._('Nothing urgent.')}{' '}
        <Quiet minutes={minutes} until={quietFrom} />
      </p>
    </section>
  );
}

function Quiet({ minutes, until }: { minutes: number; until: number | undefined }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const { member } = useViewer();
  const next = member.nextWorkingTime ? times.due(member.nextWorkingTime) : undefined;
  if (until !== undefined && minutes < until) {
    const time = `${String(Math.floor(until / 60)).padStart(2, '0')}:${String(until % 60).padStart(2, '0')}`;
    return i18n._('Quiet starts at {time}; what arrives later waits for your next working hours.', { time });
  }
  return next ? i18n._('It is quiet now; what arrives waits until {next}.', { next }) : i18n._('It is quiet now.');
}

const MovedQuery = graphql(`
  query Moved($since: DateTime!, $until: DateTime!) {
    viewer {
      digestPreview(periodStart: $since, periodEnd: $until) {
        id
        sections {
          kind
          entries {
            readingSeconds
            listeningSeconds
            thread {
              id
            }
          }
        }
      }
    }
  }
`);

type Preview = NonNullable<ResultOf<typeof MovedQuery>['viewer']>['digestPreview'];

function CatchUp() {
  const { i18n } = useLingui();
  const times = useTimes();
  const period = useMemo(() => lastWorkingDays(Date.now()), []);
  const [{ data }] = useQuery({ query: MovedQuery, variables: period, pause: !useIsCalm() });
  const moved = data?.viewer ? summaryOf(data.viewer.digestPreview) : undefined;
  return (
    <section>
      <h2>
        {i18n._('Catch up')} <small>{i18n._('since {day}', { day: times.weekday(period.since) })}</small>
      </h2>
      <div className="digest">
        {moved && moved.threads > 0 && (
          <dl>
            <dt>{times.number(moved.decisions)}</dt>
            <dd>{i18n._('{count, plural, one {decision made} other {decisions made}}', { count: moved.decisions })}</dd>
            <dt>{times.number(moved.threads)}</dt>
            <dd>{i18n._('{count, plural, one {thread moved} other {threads moved}}', { count: moved.threads })}</dd>
            {moved.listening > 0 && (
              <>
                <dt>{times.number(Math.max(1, Math.round(moved.listening / 60)))}</dt>
                <dd>
                  {i18n._('{minutes, plural, one {minute} other {minutes}} to watch, {reading} to read', {
                    minutes: Math.max(1, Math.round(moved.listening / 60)),
                    reading: durationWords(i18n, moved.reading),
                  })}
                </dd>
              </>
            )}
          </dl>
        )}
        {moved && moved.threads === 0 && <p className="note">{i18n._('Nothing moved.')}</p>}
        <Link to="/catch-up" className="btn quiet wide">
          {i18n._('Read the digest')}
        </Link>
      </div>
    </section>
  );
}

/** From Friday on a Monday, else from yesterday: rounded to the hour, so that the answer can be kept. */
function lastWorkingDays(now: number): { since: string; until: string } {
  const hour = 3_600_000;
  const until = Math.ceil(now / hour) * hour;
  const days = new Date(now).getDay() === 1 ? 3 : 1;
  return { since: new Date(until - days * 24 * hour).toISOString(), until: new Date(until).toISOString() };
}

function summaryOf(preview: Preview) {
  const sections = preview?.sections ?? [];
  const entries = sections.flatMap((section) => section.entries);
  const sum = (of: (entry: (typeof entries)[number]) => number) =>
    entries.reduce((total, entry) => total + of(entry), 0);
  return {
    decisions: sections.find(({ kind }) => kind === 'CONCLUSIONS')?.entries.length ?? 0,
    threads: new Set(entries.map(({ thread }) => thread.id)).size,
    listening: sum(({ listeningSeconds }) => listeningSeconds),
    reading: sum(({ readingSeconds }) => readingSeconds),
  };
}

function Others() {
  const { i18n } = useLingui();
  const times = useTimes();
  const variables = { first: 50, after: null };
  const [{ data }] = useQuery({ query: WaitingOnOthers, variables, pause: !useIsCalm() });
  const inbox = data?.viewer?.inbox;
  if (!inbox || inbox.waitingOnOthers.nodes.length === 0) return null;
  return (
    <section>
      <h2>
        {i18n._('Waiting on others')} <small>{times.number(inbox.waitingOnOthersCount)}</small>
      </h2>
      <ul className="wo">
        {inbox.waitingOnOthers.nodes.slice(0, 4).map(({ id, recipient, post, dueAt }) => (
          <li key={id}>
            <Avatar member={recipient} size="sm" />
            <div>
              <b>
                <Link to="/t/$threadId" params={{ threadId: post.thread.id }} search={{ from: 'others' }}>
                  {post.thread.title}
                </Link>
              </b>
              <small>
                {recipient.name.split(' ')[0]}
                {' · '}
                {recipient.isWorkingTime && dueAt ? (
                  i18n._('by {time}', { time: times.due(dueAt) })
                ) : (
                  <WhereTheyAre person={recipient} />
                )}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
