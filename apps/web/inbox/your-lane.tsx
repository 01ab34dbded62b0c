import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { sentenceOf } from '../api';
import { Empty, Problem, Skeleton } from '../design';
import { useShortcuts } from '../keyboard';
import { useLingui, useTimes } from '../language';
import { useLiveInbox, useViewer } from '../shell';
import { useWhy } from '../why';
import { instantAt } from '../zones';
import { type Group, groupOf, groups } from './groups';
import { type Item, PAGE, WaitingOnMe } from './items';
import { laterChoices } from './later';
import { NextDigest } from './next-digest';
import { Rows, type RowsHandle } from './rows';
import { useActs } from './use-acts';
import { usePicking } from './use-picking';
import { useSteady } from './use-steady';
import { type Hands, isUrgent, YourRow } from './your-row';

type Entry = { heading: Group } | { item: Item };
const keyOf = (entry: Entry) => ('heading' in entry ? entry.heading : entry.item.id);
const heightOf = (entry: Entry) => ('heading' in entry ? 46 : 86);
const MINUTE_MS = 60_000;

/** What others wait for from the reader, by when it is due. */
export function YourLane({ sort }: { sort: 'due' | 'newest' }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const navigate = useNavigate();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, refetch] = useQuery({ query: WaitingOnMe, variables: { first: PAGE, after } });
  useLiveInbox(refetch);
  const acts = useActs();
  const rows = useRef<RowsHandle>(null);
  const later = useLater();
  const tellWhy = useWhy();

  const page = data?.viewer?.inbox.waitingOnMe;
  const items = (page?.nodes ?? []).filter(({ id }) => !acts.gone.has(id));
  const entries = entriesOf(items, sort, (instant) => -times.daysBetween(instant));
  const ordered = entries.flatMap((entry) => ('item' in entry ? [entry.item] : []));
  const picking = usePicking(
    ordered.map(({ id }) => id),
    (id) => rows.current?.reveal(id),
  );
  const chosen = ordered.filter(({ id }) => picking.chosen.includes(id));
  const current = ordered.find(({ id }) => id === picking.id);
  const finish = (act: Promise<void>) => {
    picking.clear();
    void act;
  };
  const open = (item: Item | undefined, reply?: true) =>
    item &&
    navigate({
      to: '/t/$threadId',
      params: { threadId: item.post.thread.id },
      search: { post: item.post.id, from: 'you', reply },
    });

  useShortcuts(i18n._('Waiting on you'), [
    { id: 'inbox.next', keys: 'J ArrowDown', title: i18n._('Next'), run: picking.next },
    { id: 'inbox.previous', keys: 'K ArrowUp', title: i18n._('Previous'), run: picking.previous },
    { id: 'inbox.open', keys: 'Enter', title: i18n._('Open'), run: () => void open(current) },
    { id: 'inbox.done', keys: 'E', title: i18n._('Done'), run: () => finish(acts.done(chosen)) },
    { id: 'inbox.later', keys: 'H', title: i18n._('Later'), run: () => finish(acts.later(chosen, later.usual())) },
    {
      id: 'inbox.acknowledge',
      keys: 'A',
      title: i18n._('Acknowledge'),
      run: () => finish(acts.done(chosen.filter(({ post }) => post.expectation.kind === 'ACKNOWLEDGE'))),
    },
    { id: 'inbox.reply', keys: 'R', title: i18n._('Reply'), run: () => void open(current, true) },
    {
      id: 'inbox.why',
      keys: 'W',
      title: i18n._('Why now?'),
      run: () => current && void tellWhy(current.id, isUrgent(current)),
    },
    { id: 'inbox.pick', keys: 'X', title: i18n._('Select'), run: () => picking.toggle() },
    { id: 'inbox.extend', keys: 'Shift+J', title: i18n._('Select the next too'), run: picking.extend },
    { id: 'inbox.clear', keys: 'Escape', title: i18n._('Select nothing'), run: picking.clear },
  ]);

  const minute = Math.floor(Date.now() / MINUTE_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a minute is enough, for all rows together
  const choices = useMemo(later.choices, [minute, i18n.locale]);
  const hands = useSteady<Hands>({
    point: (id) => id !== picking.id && picking.point(id),
    done: (item) => void acts.done([item]),
    later: (item, until) => void acts.later([item], until),
    laterChoices: () => choices,
    why: (item) => void tellWhy(item.id, isUrgent(item)),
  });

  if (!page)
    return error ? (
      <Problem onRetry={() => refetch({ requestPolicy: 'network-only' })}>{sentenceOf(i18n, error)}</Problem>
    ) : (
      <Skeleton lines={8} />
    );
  if (ordered.length === 0 && !fetching) {
    return (
      <Empty title={i18n._('Nobody is waiting on you.')}>
        <NextDigest />
      </Empty>
    );
  }
  return (
    <Rows
      ref={rows}
      label={i18n._('Waiting on you')}
      entries={entries}
      keyOf={keyOf}
      heightOf={heightOf}
      onEnd={() => page.pageInfo.hasNextPage && !fetching && setAfter(page.pageInfo.endCursor)}
      render={(entry) => ('heading' in entry ? <Heading group={entry.heading} /> : row(entry.item))}
    />
  );

  function row(item: Item) {
    return (
      <YourRow
        item={item}
        isCurrent={item.id === picking.id}
        isPicked={picking.picked.has(item.id)}
        minute={minute}
        hands={hands}
      />
    );
  }
}

function Heading({ group }: { group: Group }) {
  const { i18n } = useLingui();
  const words = {
    now: i18n._('Now'),
    today: i18n._('Today'),
    week: i18n._('This week'),
    later: i18n._('After this week'),
    none: i18n._('No date'),
  };
  return <h2 className={`when${group === 'now' ? ' urgent' : ''}`}>{words[group]}</h2>;
}

function entriesOf(items: Item[], sort: 'due' | 'newest', daysUntil: (instant: string) => number): Entry[] {
  if (sort === 'newest') {
    return items
      .toSorted((one, other) => (other.post.publishedAt ?? '').localeCompare(one.post.publishedAt ?? ''))
      .map((item) => ({ item }));
  }
  const byGroup = Map.groupBy(items, (item) => groupOf({ ...item, isUrgent: isUrgent(item) }, daysUntil));
  return groups.flatMap((heading): Entry[] => {
    const members = byGroup.get(heading) ?? [];
    return members.length === 0 ? [] : [{ heading }, ...members.map((item) => ({ item }))];
  });
}

const weekdays = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/** When "later" is, on the reader's own calendar. */
function useLater() {
  const { i18n } = useLingui();
  const times = useTimes();
  const { member } = useViewer();
  const { week } = member.workingHours;
  const choices = () => {
    const now = Date.now();
    const today = times.dayOf(now);
    const dayAfter = (days: number) => new Date(Date.parse(today) + days * 86_400_000);
    const startOfWork = (days: number) => {
      const day = dayAfter(days);
      const starts = week.filter((interval) => interval.day === weekdays[day.getUTCDay()]).map(({ start }) => start);
      return instantAt(day.toISOString().slice(0, 10), (starts.sort()[0] ?? '09:00').slice(0, 5), times.zone);
    };
    const words = {
      hours: (time: string) => i18n._('In three hours, {time}', { time }),
      tomorrow: (time: string) => i18n._('Tomorrow, {time}', { time }),
      monday: (time: string) => i18n._('Monday, {time}', { time }),
    };
    return laterChoices(now, dayAfter(0).getUTCDay(), startOfWork).map(({ key, until }) => ({
      until,
      label: words[key](times.clock(until)),
    }));
  };
  return {
    choices,
    /** The key's choice: the next morning. */
    usual: () => choices().at(1)?.until ?? choices()[0]!.until,
  };
}
