import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { sentenceOf } from '../api';
import { Avatar, Empty, Icon, Problem, Skeleton } from '../design';
import { useShortcuts } from '../keyboard';
import { useLingui } from '../language';
import { usePageTitle } from '../shell';
import { HitLine } from './hit-line';
import { readQuery, withoutFilter } from './query-text';
import './search.css';
import { PlacesQuery, SearchQuery } from './search-query';
import { useSettled } from './use-settled';

const route = getRouteApi('/frame/search');
const DAY_MS = 86_400_000;

/** Over everything one may see: words, spoken words, people, channels. */
export function SearchScreen() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { q = '' } = route.useSearch();
  const field = useRef<HTMLInputElement>(null);
  const [after, setAfter] = useState<string | null>(null);
  const settled = useSettled(q, 200);
  const read = readQuery(settled);
  const [{ data: places }] = useQuery({ query: PlacesQuery, variables: { query: (read.from ?? read.words) || null } });
  usePageTitle(q ? i18n._('Search: {text}', { text: q }) : i18n._('Search'));
  useEffect(() => field.current?.focus(), []);
  useShortcuts(i18n._('Search'), [
    { id: 'search.field', keys: '/', title: i18n._('To the field'), run: () => field.current?.focus() },
  ]);

  const channels = places?.viewer?.channels.nodes ?? [];
  const people = places?.members.nodes ?? [];
  const place = read.in
    ? channels.find(({ name, slug }) => [name, slug].some((text) => text.toLowerCase() === read.in!.toLowerCase()))
    : undefined;
  const person = read.from ? people[0] : undefined;
  const hasFilter = Boolean(person || place || read.has || read.due);
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const filter = {
    fromMemberId: person?.id,
    channelId: place?.id,
    hasMedia: read.has,
    dueBefore: read.due ? new Date(today + (read.due === 'today' ? 1 : 7) * DAY_MS).toISOString() : undefined,
  };
  const isAsked = read.words.length > 1 || hasFilter;
  const [{ data, error, fetching }, refetch] = useQuery({
    query: SearchQuery,
    variables: { query: read.words, filter: hasFilter ? filter : null, after },
    pause: !isAsked || Boolean(read.from && !places),
  });
  const change = (text: string) => {
    setAfter(null);
    void navigate({ to: '/search', search: { q: text || undefined }, replace: true });
  };
  const add = (text: string) => {
    change(`${text}${q}`.trimStart());
    field.current?.focus();
  };
  const hits = isAsked ? data?.search.nodes : undefined;
  const foundChannels =
    read.words.length > 1
      ? channels
          .filter(
            ({ name, visibility }) => visibility !== 'DIRECT' && name.toLowerCase().includes(read.words.toLowerCase()),
          )
          .slice(0, 4)
      : [];
  const chips = [
    person && (['from', i18n._('from {name}', { name: person.name })] as const),
    place && (['in', i18n._('in #{name}', { name: place.name })] as const),
    read.has &&
      ([
        'has',
        i18n._('with {kind, select, VIDEO {video} AUDIO {voice} IMAGE {a picture} other {a file}}', { kind: read.has }),
      ] as const),
    read.due && (['due', read.due === 'today' ? i18n._('due today') : i18n._('due within a week')] as const),
  ].filter((chip) => typeof chip === 'object');

  return (
    <div className="screen search-screen">
      <header>
        <div>
          <h1>{i18n._('Search')}</h1>
        </div>
      </header>
      <label className="search-line">
        <Icon name="search" small />
        <input
          ref={field}
          type="search"
          value={q}
          aria-label={i18n._('Search')}
          placeholder={i18n._('Words, spoken words, people, channels')}
          onChange={(event) => change(event.target.value)}
        />
      </label>
      {chips.length > 0 && (
        <ul className="filter-chips">
          {chips.map((chip) => {
            if (!chip) return null;
            const [key, words] = chip;
            return (
              <li key={key}>
                <button type="button" className="x" onClick={() => change(withoutFilter(q, key))}>
                  {words} <span aria-hidden="true">×</span>
                  <span className="sr">{i18n._('Take this filter out')}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {!isAsked && <Tips onAdd={add} />}
      {error && <Problem onRetry={() => refetch({ requestPolicy: 'network-only' })}>{sentenceOf(i18n, error)}</Problem>}
      {error && hits && hits.length > 0 && <p className="note">{i18n._('Only a part of what there is.')}</p>}
      {isAsked && !hits && !error && <Skeleton lines={6} />}
      {read.words.length > 1 && (people.length > 0 || foundChannels.length > 0) && (
        <section>
          <h2>{i18n._('People and channels')}</h2>
          <ul className="found-places">
            {people.slice(0, 4).map((member) => (
              <li key={member.id}>
                <Link to="/people/$memberId" params={{ memberId: member.id }}>
                  <Avatar member={member} size="xs" />
                  {member.name}
                </Link>
              </li>
            ))}
            {foundChannels.map((channel) => (
              <li key={channel.id}>
                <Link to="/c/$slug" params={{ slug: channel.slug }}>{`#${channel.name}`}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {hits?.length === 0 && !fetching && (
        <Empty title={i18n._('Nothing was found.')}>{i18n._('Try fewer words, or take a filter out.')}</Empty>
      )}
      {hits && hits.length > 0 && (
        <section aria-live="polite">
          <h2>{i18n._('Messages')}</h2>
          <ul className="lines">
            {hits.map((hit) => (
              <HitLine key={`${hit.post.id} ${hit.mediaSeconds}`} hit={hit} />
            ))}
          </ul>
        </section>
      )}
      {hits && data?.search.pageInfo.hasNextPage && (
        <p>
          <button type="button" className="btn quiet" onClick={() => setAfter(data.search.pageInfo.endCursor)}>
            {i18n._('Show more')}
          </button>
        </p>
      )}
    </div>
  );
}

function Tips({ onAdd }: { onAdd: (text: string) => void }) {
  const { i18n } = useLingui();
  const tips = [
    ['from:', i18n._('what somebody wrote or said')],
    ['in:', i18n._('in one channel')],
    ['has:video ', i18n._('with a video; also voice, picture, file')],
    ['due:week ', i18n._('what is due within a week; also today')],
  ] as const;
  return (
    <section>
      <h2>{i18n._('Narrow it down')}</h2>
      <ul className="tips">
        {tips.map(([text, words]) => (
          <li key={text}>
            <button type="button" className="x" onClick={() => onAdd(text)}>
              {text.trim()}
            </button>
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
