import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { useQuery } from 'urql';
import { client, graphql } from '../api';
import { Icon, MenuButton } from '../design';
import { durationWords, useLingui, useTimes } from '../language';
import { useLiveInbox, usePageTitle } from '../shell';
import { FyiLane } from './fyi-lane';
import './inbox.css';
import { PAGE, WaitingOnMe } from './items';
import { LaterLane } from './later-lane';
import { OthersLane } from './others-lane';
import { Rail } from './rail';
import { useOnline } from './use-online';
import { YourLane } from './your-lane';

/** Seldom there: its words and the comparing of texts come after the inbox. */
const AgreementNews = lazy<ComponentType>(() =>
  import('../agreement').then(
    (all) => ({ default: all.AgreementNews }),
    (error) => {
      // The inbox is whole without it; the next visit asks again.
      console.info('News of agreements come later:', error);
      return { default: () => null };
    },
  ),
);

const Counts = graphql(`
  query InboxCounts {
    viewer {
      inbox {
        waitingOnMeCount
        waitingOnOthersCount
        unreadThreadCount
        putOff(first: 50) {
          nodes {
            id
            laterUntil
          }
        }
      }
    }
  }
`);

const route = getRouteApi('/frame/inbox');

/** Asked before the frame knows who is reading: both answers are on their way at once. */
export const askEarly = () =>
  void client
    .query(WaitingOnMe, { first: PAGE, after: null }, { requestPolicy: 'cache-first' })
    .toPromise()
    .catch(() => undefined);

/** Opened two or three times a day: who needs what by when. Reading takes nothing off it, answering does. */
export function InboxScreen() {
  const { i18n } = useLingui();
  const times = useTimes();
  const navigate = useNavigate();
  const { lane = 'you', sort = 'due' } = route.useSearch();
  const [{ data }, refetch] = useQuery({ query: Counts });
  useLiveInbox(refetch);
  const inbox = data?.viewer?.inbox;
  const putOff = inbox?.putOff.nodes.filter(({ laterUntil }) => laterUntil).length ?? 0;
  const titles = {
    you: i18n._('Waiting on you'),
    others: i18n._('Waiting on others'),
    fyi: i18n._('For your information'),
    later: i18n._('Later'),
  };
  usePageTitle(titles[lane], inbox?.waitingOnMeCount);

  const tab = (of: typeof lane, name: string, count: number | undefined, short?: string) => (
    <Link
      to="/inbox"
      search={{ lane: of === 'you' ? undefined : of }}
      aria-current={lane === of ? 'page' : undefined}
      data-chosen={lane === of}
    >
      {short ? (
        <>
          <span className="not-s">{name}</span>
          <span className="only-s">{short}</span>
        </>
      ) : (
        name
      )}
      {count !== undefined && <span className="num">{times.number(count)}</span>}
    </Link>
  );

  return (
    <div className="inbox">
      <div className="lane">
        <header>
          <div>
            <h1>{titles[lane]}</h1>
            <p>
              {lane === 'you' ? (
                <HeadLine />
              ) : lane === 'others' ? (
                i18n._('What you asked, and when they are back.')
              ) : lane === 'later' ? (
                i18n._('What you put off. Nobody else knows, and no deadline moves.')
              ) : (
                i18n._('Nobody needs an answer here.')
              )}
            </p>
          </div>
          <div className="tools">
            {lane === 'you' && (
              <MenuButton
                label={i18n._('Order')}
                items={[
                  {
                    label: i18n._('By when it is due'),
                    isChosen: sort === 'due',
                    run: () => void navigate({ to: '/inbox', search: {} }),
                  },
                  {
                    label: i18n._('Newest first'),
                    isChosen: sort === 'newest',
                    run: () => void navigate({ to: '/inbox', search: { sort: 'newest' } }),
                  },
                ]}
              >
                <Icon name="filter" />
              </MenuButton>
            )}
          </div>
        </header>
        <nav className="lanes" aria-label={i18n._('Lanes')}>
          {tab('you', i18n._('Waiting on you'), inbox?.waitingOnMeCount)}
          {tab('others', i18n._('Waiting on others'), inbox?.waitingOnOthersCount)}
          {tab('fyi', i18n._('For your information'), inbox?.unreadThreadCount, i18n._('FYI'))}
          {(putOff > 0 || lane === 'later') && tab('later', i18n._('Later'), putOff)}
        </nav>
        <OfflineLine />
        <Suspense>
          <AgreementNews />
        </Suspense>
        {lane === 'you' && <YourLane sort={sort} />}
        {lane === 'others' && <OthersLane />}
        {lane === 'fyi' && <FyiLane />}
        {lane === 'later' && <LaterLane />}
        <KeyLine lane={lane} />
      </div>
      <Rail />
    </div>
  );
}

/** "6 threads, about 14 minutes. 2 are due today." */
function HeadLine() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [{ data }] = useQuery({
    query: WaitingOnMe,
    variables: { first: 50, after: null },
    requestPolicy: 'cache-only',
  });
  const inbox = data?.viewer?.inbox;
  if (!inbox) return null;
  const items = inbox.waitingOnMe.nodes;
  const count = inbox.waitingOnMeCount;
  if (count === 0) return i18n._('All answered.');
  const seconds = items.reduce((sum, { post }) => sum + secondsOf(post), 0);
  const today = items.filter(({ dueAt, overdue }) => overdue || (dueAt && times.daysBetween(dueAt) >= 0)).length;
  const head = i18n._(
    '{count, plural, =1 {One thread} =2 {Two threads} =3 {Three threads} =4 {Four threads} =5 {Five threads} =6 {Six threads} other {# threads}}, about {minutes}.',
    { count, minutes: durationWords(i18n, (seconds * count) / Math.max(1, items.length)) },
  );
  if (today === 0) return head;
  return `${head} ${i18n._('{today, plural, =1 {One is due today.} =2 {Two are due today.} =3 {Three are due today.} other {# are due today.}}', { today })}`;
}

/** Reading at 220 words a minute, watching in real time. */
function secondsOf(post: { body: string; media: { durationSeconds: number | null }[] }): number {
  const watching = post.media.reduce((sum, { durationSeconds }) => sum + (durationSeconds ?? 0), 0);
  return watching + (post.body.split(/\s+/).length / 220) * 60;
}

function OfflineLine() {
  const { i18n } = useLingui();
  const times = useTimes();
  const offlineSince = useOnline();
  if (offlineSince === undefined) return null;
  return (
    <p className="offline-line" role="status">
      <Icon name="globe" small />
      {i18n._('Offline since {time}. This is the last that was here; what you write is kept and sent later.', {
        time: times.clock(offlineSince),
      })}
    </p>
  );
}

function KeyLine({ lane }: { lane: 'you' | 'others' | 'fyi' | 'later' }) {
  const { i18n } = useLingui();
  const keys = {
    you: [
      ['E', i18n._('done')],
      ['H', i18n._('later')],
      ['R', i18n._('reply')],
    ],
    others: [
      ['N', i18n._('remind')],
      ['C', i18n._('close')],
    ],
    fyi: [
      ['E', i18n._('read')],
      ['Shift E', i18n._('read the group')],
    ],
    later: [['B', i18n._('bring back')]],
  }[lane];
  return (
    <div className="keys" aria-hidden="true">
      <span>
        <kbd>J</kbd>
        <kbd>K</kbd> {i18n._('move')}
      </span>
      <span>
        <kbd>Enter</kbd> {i18n._('open')}
      </span>
      {keys.map(([key, word]) => (
        <span key={key}>
          <kbd>{key}</kbd> {word}
        </span>
      ))}
      <span>
        <kbd>?</kbd> {i18n._('all keys')}
      </span>
    </div>
  );
}
