import { Icon } from '../../design';
import { useLingui, useTimes } from '../../language';
import type { PostNow } from '../fragments';
import { dayAndTime } from '../words';
import { useCall } from './use-call';
import './call.css';

/** Under the post that asks for a call: its times in the reader's zone, or when it is. */
export function CallLine({ post }: { post: PostNow }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const call = useCall(post);
  if (!call) return null;
  if (call.decidedStart) {
    return (
      <p className="call-line">
        <Icon name="clock" small />
        <time dateTime={call.decidedStart} title={times.full(call.decidedStart)}>
          {i18n._('You talk {time}, for {minutes} minutes.', {
            time: dayAndTime(i18n, times, call.decidedStart),
            minutes: call.minutes,
          })}
        </time>
        {call.link && (
          <a className="link" href={call.link} target="_blank" rel="noreferrer noopener">
            {i18n._('Join')}
          </a>
        )}
        {call.invitationUrl && (
          <a className="link" href={call.invitationUrl} download="invitation.ics">
            {i18n._('Add to calendar')}
          </a>
        )}
      </p>
    );
  }
  if (call.settledAt) return null;
  return (
    <ul className="call-times" aria-label={i18n._('Times of the call, yours')}>
      {call.times.map(({ start }) => (
        <li key={start}>
          <time dateTime={start} title={times.full(start)}>
            {dayAndTime(i18n, times, start)}
          </time>
        </li>
      ))}
    </ul>
  );
}
