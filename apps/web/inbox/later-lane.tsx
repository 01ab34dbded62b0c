import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { sentenceOf } from '../api';
import { Empty, Icon, Problem, Skeleton } from '../design';
import { useShortcuts } from '../keyboard';
import { useLingui, useTimes } from '../language';
import { useLiveInbox } from '../shell';
import { ExpectationChip } from './expectation-chip';
import { type Item, PAGE, PutOffItems } from './items';
import { Row } from './row';
import { Rows, type RowsHandle } from './rows';
import { useActs } from './use-acts';
import { usePicking } from './use-picking';
import { isUrgent } from './your-row';

/** What the reader put off: when each comes back by itself, and back at once when asked. */
export function LaterLane() {
  const { i18n } = useLingui();
  const times = useTimes();
  const navigate = useNavigate();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, refetch] = useQuery({ query: PutOffItems, variables: { first: PAGE, after } });
  useLiveInbox(refetch);
  const acts = useActs();
  const rows = useRef<RowsHandle>(null);
  const page = data?.viewer?.inbox.putOff;
  const items = (page?.nodes ?? []).filter(({ id, laterUntil }) => laterUntil && !acts.gone.has(id));
  const picking = usePicking(
    items.map(({ id }) => id),
    (id) => rows.current?.reveal(id),
  );
  const current = items.find(({ id }) => id === picking.id);
  const bringBack = (item: (typeof items)[number] | undefined) =>
    item?.laterUntil && void acts.bringBack(item, Date.parse(item.laterUntil));
  const open = (item: Item | undefined) =>
    item &&
    void navigate({
      to: '/t/$threadId',
      params: { threadId: item.post.thread.id },
      search: { post: item.post.id, from: 'you' },
    });

  useShortcuts(i18n._('Later'), [
    { id: 'inbox.next', keys: 'J ArrowDown', title: i18n._('Next'), run: picking.next },
    { id: 'inbox.previous', keys: 'K ArrowUp', title: i18n._('Previous'), run: picking.previous },
    { id: 'inbox.open', keys: 'Enter', title: i18n._('Open'), run: () => open(current) },
    { id: 'inbox.back', keys: 'B', title: i18n._('Bring back now'), run: () => bringBack(current) },
  ]);

  if (!page)
    return error ? (
      <Problem onRetry={() => refetch({ requestPolicy: 'network-only' })}>{sentenceOf(i18n, error)}</Problem>
    ) : (
      <Skeleton lines={8} />
    );
  if (items.length === 0 && !fetching) return <Empty title={i18n._('Nothing is put off.')} />;
  return (
    <Rows
      ref={rows}
      label={i18n._('Later')}
      entries={items}
      keyOf={({ id }) => id}
      heightOf={() => 86}
      onEnd={() => page.pageInfo.hasNextPage && !fetching && setAfter(page.pageInfo.endCursor)}
      render={(item) => (
        <Row
          item={item}
          person={item.post.author}
          from="you"
          line={item.laterUntil && i18n._('Comes back {time}', { time: times.due(item.laterUntil) })}
          isCurrent={item.id === picking.id}
          isPicked={false}
          onCurrent={() => item.id !== picking.id && picking.point(item.id)}
          chip={<ExpectationChip asked={{ ...item, kind: item.post.expectation.kind, isUrgent: isUrgent(item) }} />}
          acts={
            <button
              type="button"
              className="ib"
              aria-label={i18n._('Bring back now: {title}', { title: item.post.thread.title })}
              title={i18n._('Bring back now (B)')}
              onClick={() => bringBack(item)}
            >
              <Icon name="restart" />
            </button>
          }
        />
      )}
    />
  );
}
