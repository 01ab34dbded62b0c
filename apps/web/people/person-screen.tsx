import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf, sentenceOf } from '../api';
import { Avatar, Empty, Icon, Problem, Ribbon, Skeleton } from '../design';
import { useLingui, useTimes } from '../language';
import { usePageTitle, useViewer } from '../shell';
import { daysOf } from './coming-days';
import { LocalTime } from './local-time';
import './people.css';

const PersonQuery = graphql(`
  query Person($id: ID!, $viewerId: ID!) {
    member(id: $id) {
      id
      name
      handle
      avatarUrl
      isWorkingTime
      nextWorkingTime
      absences {
        id
        from
        to
        note
        delegate {
          id
          name
        }
      }
      workingHours {
        timeZone
      }
    }
    theirs: overlap(memberIds: [$id]) {
      start
      end
    }
    shared: overlap(memberIds: [$id, $viewerId]) {
      start
      end
    }
    viewer {
      inbox {
        waitingOnMe(authorId: $id, first: 20) {
          nodes {
            ...Ask
          }
        }
        waitingOnOthers(recipientId: $id, first: 20) {
          nodes {
            ...Ask
          }
        }
      }
    }
  }
  fragment Ask on ExpectedResponse @_unmask {
    id
    dueAt
    post {
      id
      thread {
        id
        title
      }
    }
  }
`);
type Ask = NonNullable<ResultOf<typeof PersonQuery>['viewer']>['inbox']['waitingOnMe']['nodes'][number];

const route = getRouteApi('/frame/people/$memberId');

/** One person: their time, when both work, and what is open between us, in both directions. */
export function PersonScreen() {
  const { i18n } = useLingui();
  const times = useTimes();
  const viewer = useViewer();
  const { memberId } = route.useParams();
  const [{ data, error }, refetch] = useQuery({
    query: PersonQuery,
    variables: { id: memberId, viewerId: viewer.member.id },
  });
  const member = data?.member;
  usePageTitle(member?.name ?? i18n._('Person'));
  if (error && !data) {
    return (
      <div className="screen">
        <Problem onRetry={() => refetch({ requestPolicy: 'network-only' })}>{sentenceOf(i18n, error)}</Problem>
      </div>
    );
  }
  if (!data) {
    return (
      <div className="screen">
        <Skeleton lines={8} />
      </div>
    );
  }
  if (!member) return <Empty title={i18n._('There is nobody here.')} />;
  const days = daysOf(data.theirs, data.shared, (instant) => times.dayOf(instant));
  const away = member.absences.find(({ to }) => to >= times.dayOf(Date.now(), member.workingHours.timeZone));
  const firstName = member.name.split(' ')[0]!;
  return (
    <div className="screen">
      <header>
        <Avatar member={member} size="lg" />
        <div>
          <h1>{member.name}</h1>
          <p>
            <LocalTime member={member} />
            {` · ${times.place(member.workingHours.timeZone)} · @${member.handle}`}
          </p>
        </div>
        {member.id !== viewer.member.id && (
          <div className="tools">
            <Link to="/new" search={{ to: member.id }} className="btn primary">
              <Icon name="pencil" small />
              {i18n._('Write to {name}', { name: firstName })}
            </Link>
          </div>
        )}
      </header>
      {away && (
        <p className="offline-line">
          <Icon name="moon" small />
          {i18n._('Away from {from} to {to}.', {
            from: times.day(away.from),
            to: times.day(away.to),
          })}{' '}
          {away.delegate && i18n._('{name} stands in.', { name: away.delegate.name })}
        </p>
      )}
      <section>
        <h2>
          {i18n._('The coming days')} <small>{i18n._('in your time')}</small>
        </h2>
        {days.length === 0 && <p className="note">{i18n._('No working hours in the coming week.')}</p>}
        <ul className="person-days">
          {days.map(({ day, start, theirs, sharedMinutes }) => (
            <li key={day}>
              <span>{times.weekday(start + 43_200_000)}</span>
              <Ribbon
                thin
                start={start}
                end={start + 86_400_000}
                working={theirs}
                now={day === times.dayOf(Date.now()) ? Date.now() : undefined}
              />
              <span>
                {sharedMinutes > 0
                  ? i18n._('{hours, plural, one {# hour} other {# hours}} together', {
                      hours: Math.round(sharedMinutes / 30) / 2,
                    })
                  : i18n._('not at once')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {member.id !== viewer.member.id && (
        <>
          <Asks
            title={i18n._('{name} waits for you', { name: firstName })}
            asks={data.viewer?.inbox.waitingOnMe.nodes ?? []}
            none={i18n._('Nothing.')}
            from="you"
          />
          <Asks
            title={i18n._('You wait for {name}', { name: firstName })}
            asks={data.viewer?.inbox.waitingOnOthers.nodes ?? []}
            none={i18n._('Nothing.')}
            from="others"
          />
        </>
      )}
    </div>
  );
}

function Asks({ title, asks, none, from }: { title: string; asks: Ask[]; none: string; from: 'you' | 'others' }) {
  const { i18n } = useLingui();
  const times = useTimes();
  return (
    <section>
      <h2>
        {title} <small>{times.number(asks.length)}</small>
      </h2>
      {asks.length === 0 && <p className="note">{none}</p>}
      <ul className="lines">
        {asks.map(({ id, dueAt, post }) => (
          <li key={id}>
            <Icon name="reply" small />
            <div className="ttl">
              <Link to="/t/$threadId" params={{ threadId: post.thread.id }} search={{ post: post.id, from }}>
                {post.thread.title}
              </Link>
            </div>
            <span className="x">{dueAt ? i18n._('by {time}', { time: times.due(dueAt) }) : i18n._('no date')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
