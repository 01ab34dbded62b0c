import { useLingui, useTimes } from '../language';
import type { StorageState } from './storage-query';

export function Queues({
  queues,
  onPause,
}: {
  queues: StorageState['queues'];
  onPause: (name: string, paused: boolean) => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  return (
    <table className="tbl queues">
      <thead>
        <tr>
          <th>{i18n._('Queue')}</th>
          <th className="r">{i18n._('Running')}</th>
          <th className="r">{i18n._('Waiting')}</th>
          <th className="r">{i18n._('Typical time')}</th>
          <th>
            <span className="sr">{i18n._('Actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {queues.map(({ name, title, paused, running, waiting, delayed, typicalSeconds }) => (
          <tr key={name}>
            <td>
              <b className={`st${paused ? ' pause' : running + waiting === 0 ? ' idle' : ''}`}>{title}</b>
              <small>
                {paused
                  ? i18n._('paused')
                  : delayed > 0
                    ? i18n._('{delayed, plural, one {one for later} other {# for later}}', { delayed })
                    : ''}
              </small>
            </td>
            <td className="r hide">{times.number(running)}</td>
            <td className="r hide">{times.number(waiting)}</td>
            <td className="r">
              {typicalSeconds === null
                ? '–'
                : i18n._('{seconds} s', { seconds: times.number(Math.round(typicalSeconds * 10) / 10) })}
            </td>
            <td>
              <button
                type="button"
                className="btn bare"
                aria-label={
                  paused ? i18n._('Go on with {queue}', { queue: title }) : i18n._('Pause {queue}', { queue: title })
                }
                onClick={() => onPause(name, !paused)}
              >
                {paused ? i18n._('Go on') : i18n._('Pause')}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
