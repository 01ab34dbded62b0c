import { Icon, Ribbon } from '../design';
import { useLingui, useTimes } from '../language';
import type { Preview, Recipient } from './preview-query';
import { firstName } from './send-line';
import { dayTicks } from './ticks';

/** More people than this are counted under the list. */
const MOST = 8;
const DAY_MS = 86_400_000;

/** The working hours that each person really has until then. */
export function PeopleRibbons({ preview, now }: { preview: Preview; now: number }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const { recipients } = preview;
  if (recipients.length === 0) return null;
  const dues = recipients.flatMap(({ dueAt }) => (dueAt ? Date.parse(dueAt) : []));
  const end = dues.length > 0 ? Math.max(...dues) : now + 2 * DAY_MS;
  const isSameForAll = new Set(dues).size <= 1;
  const shown = recipients.slice(0, MOST);
  return (
    <>
      <ul className="zones">
        {shown.map((recipient) => (
          <li key={recipient.member.id}>
            <div>
              <b>{firstName(recipient.member.name)}</b>
              <Where recipient={recipient} now={now} />
            </div>
            <Ribbon
              thin
              start={now}
              end={end}
              working={recipient.ribbon}
              due={isSameForAll || !recipient.dueAt ? undefined : Date.parse(recipient.dueAt)}
            />
            <Hours recipient={recipient} />
          </li>
        ))}
        <li aria-hidden="true">
          <span />
          <div className="ticks">
            <span>{i18n._('now')}</span>
            {dayTicks(now, end, times.zone).map(({ at, part }) => (
              <span key={at} style={{ position: 'absolute', insetInlineStart: `${part * 100}%` }}>
                {times.weekday(at)}
              </span>
            ))}
            <span>{times.clock(end)}</span>
          </div>
          <span />
        </li>
      </ul>
      {recipients.length > MOST && (
        <p className="hint">
          {i18n._('{count, plural, one {And # more person.} other {And # more people.}}', {
            count: recipients.length - MOST,
          })}
        </p>
      )}
      {dues.length > 0 && (
        <p className="hint">
          <Icon name="check" small />
          <span>
            {recipients.length === 1
              ? i18n._('Working hours {name} has until then. Nobody has to answer at night.', {
                  name: firstName(recipients[0]!.member.name),
                })
              : i18n._('Working hours each person has until then. Nobody has to answer at night.')}
          </span>
        </p>
      )}
    </>
  );
}

function Where({ recipient: { timeZone }, now }: { recipient: Recipient; now: number }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const time = times.clock(now, timeZone);
  const isHere = time === times.clock(now) && times.dayOf(now, timeZone) === times.dayOf(now);
  return (
    <small>
      {isHere ? i18n._('here, {time}', { time }) : i18n._('{place}, {time}', { place: times.place(timeZone), time })}
    </small>
  );
}

function Hours({ recipient: { workingHoursUntilDue: hours } }: { recipient: Recipient }) {
  const { i18n } = useLingui();
  if (hours === null || hours === undefined) return <em />;
  const isShort = hours < 1;
  return (
    <em className={isShort ? 'short' : undefined}>
      {isShort
        ? i18n._('{minutes} min', { minutes: Math.round(hours * 60) })
        : i18n._('{hours} h', { hours: Math.round(hours) })}
    </em>
  );
}
