import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { Empty, Problem, Skeleton } from '../design';
import { useShortcuts } from '../keyboard';
import { durationWords, useLingui, useTimes } from '../language';
import { notice } from '../notice';
import { usePageTitle } from '../shell';
import './catch-up.css';
import { type Entry, PastDigestsQuery, PeriodQuery, type SectionKind } from './catch-up-query';
import { EntryLine } from './entry-line';
import { sinceChoices, untilNow } from './since';

const Save = graphql(`
  mutation SaveFromDigest($input: SaveThreadInput!) {
    saveThread(input: $input) {
      thread {
        id
        viewerHasSaved
      }
    }
  }
`);

const route = getRouteApi('/frame/catch-up');

/** What moved, by what it asks: read in minutes, and then one is done. */
export function CatchUpScreen() {
  const { i18n } = useLingui();
  const times = useTimes();
  const navigate = useNavigate();
  const { since } = route.useSearch();
  const [{ data: past }] = useQuery({ query: PastDigestsQuery });
  const digests = past?.viewer?.digests.nodes ?? [];
  const weekday = new Date(times.dayOf(Date.now())).getUTCDay();
  const choices = sinceChoices(Date.now(), weekday, digests[0]?.periodEnd);
  const from = since ?? choices.find(({ key }) => key === (weekday === 1 ? 'friday' : 'yesterday'))!.since;
  const [{ data, error, stale }, refetch] = useQuery({
    query: PeriodQuery,
    variables: { since: from, until: untilNow(Date.now()) },
  });
  const [, save] = useMutation(Save);
  const [at, setAt] = useState(-1);
  usePageTitle(i18n._('Catch up'));

  const digest = data?.viewer?.digestPreview;
  const sections = digest?.sections.filter(({ entries }) => entries.length > 0) ?? [];
  const entries = sections.flatMap((section) => section.entries);
  const current = entries[at];
  const seconds = entries.reduce((sum, { readingSeconds }) => sum + readingSeconds, 0);
  const open = (entry: Entry | undefined) =>
    entry &&
    void navigate({ to: '/t/$threadId', params: { threadId: entry.thread.id }, search: { post: entry.post.id } });
  async function keep(entry: Entry | undefined) {
    if (!entry) return;
    const answer = await save({ input: { threadId: entry.thread.id, saved: true } });
    if (answer.error) notice({ text: sentenceOf(i18n, answer.error), isProblem: true });
    else notice({ text: i18n._('Saved.'), undo: () => save({ input: { threadId: entry.thread.id, saved: false } }) });
  }
  const move = (to: number) => {
    const next = Math.max(0, Math.min(entries.length - 1, to));
    setAt(next);
    document.querySelectorAll<HTMLElement>('.catch-up .ttl a')[next]?.focus();
  };
  useShortcuts(i18n._('Catch up'), [
    { id: 'catch-up.next', keys: 'J ArrowDown', title: i18n._('Next'), run: () => move(at + 1) },
    { id: 'catch-up.previous', keys: 'K ArrowUp', title: i18n._('Previous'), run: () => move(at - 1) },
    { id: 'catch-up.open', keys: 'O', title: i18n._('Open the source'), run: () => open(current) },
    { id: 'catch-up.save', keys: 'S', title: i18n._('Save for later'), run: () => void keep(current) },
  ]);

  const words: Record<SectionKind, string> = {
    YOU_OWE: i18n._('Open for you'),
    ANSWERS_TO_YOU: i18n._('Answers to you'),
    MENTIONS: i18n._('Where you were named'),
    CONCLUSIONS: i18n._('Decided'),
    FOLLOWED: i18n._('Threads you follow'),
    FYI: i18n._('For your information'),
  };
  const choiceWords = {
    digest: i18n._('my last digest'),
    yesterday: i18n._('yesterday'),
    friday: i18n._('Friday'),
    week: i18n._('a week ago'),
  };

  return (
    <div className="screen catch-up">
      <header>
        <div>
          <h1>{i18n._('Catch up')}</h1>
          <p>
            {entries.length > 0
              ? i18n._('{count, plural, one {One thing} other {# things}} since {time}, {minutes} to read.', {
                  count: entries.length,
                  time: times.due(from),
                  minutes: durationWords(i18n, seconds),
                })
              : i18n._('Since {time}.', { time: times.due(from) })}
          </p>
        </div>
        <div className="tools">
          <label className="since">
            <span className="label">{i18n._('Since')}</span>
            <select
              className="input"
              value={choices.some((choice) => choice.since === from) ? from : 'other'}
              onChange={(event) => void navigate({ to: '/catch-up', search: { since: event.target.value } })}
            >
              {choices.map((choice) => (
                <option key={choice.key} value={choice.since}>
                  {choiceWords[choice.key]}
                </option>
              ))}
              {!choices.some((choice) => choice.since === from) && <option value="other">{times.due(from)}</option>}
            </select>
          </label>
          <input
            type="date"
            className="input date"
            aria-label={i18n._('Since a day')}
            max={times.dayOf(Date.now())}
            onChange={(event) =>
              event.target.value &&
              void navigate({
                to: '/catch-up',
                search: { since: new Date(`${event.target.value}T00:00`).toISOString() },
              })
            }
          />
        </div>
      </header>
      {error && <Problem onRetry={() => refetch({ requestPolicy: 'network-only' })}>{sentenceOf(i18n, error)}</Problem>}
      {error && digest && (
        <p className="hint-line">
          {i18n._('This is the last that was here, up to {time}.', { time: times.full(digest.periodEnd) })}
        </p>
      )}
      {!data && !error && <Skeleton lines={8} />}
      {data && entries.length === 0 && !stale && (
        <Empty title={i18n._('Nothing moved.')}>{i18n._('You have missed nothing.')}</Empty>
      )}
      {sections.map((section) => (
        <section key={section.kind}>
          <h2>
            {words[section.kind]} <small>{times.number(section.entries.length)}</small>
          </h2>
          <ul className="lines">
            {section.entries.map((entry) => (
              <EntryLine
                key={`${section.kind} ${entry.post.id}`}
                entry={entry}
                isCurrent={entry === current}
                onSave={() => void keep(entry)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
