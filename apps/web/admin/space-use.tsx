import { Link } from '@tanstack/react-router';
import { bytesWords, useLingui } from '../language';
import type { StorageState } from './storage-query';

export function SpaceUse({ storage }: { storage: StorageState['storage'] }) {
  const { i18n } = useLingui();
  const most = Math.max(1, ...storage.byChannel.map(({ bytes }) => bytes));
  const days = storage.originalsRetentionDays;
  return (
    <section>
      <h2>{i18n._('Where the space goes')}</h2>
      {storage.byChannel.length === 0 && <p className="note">{i18n._('Nothing is stored yet.')}</p>}
      <ul className="use">
        {storage.byChannel.map(({ channel, bytes }) => (
          <li key={channel?.id ?? 'direct'}>
            <b>{channel ? `#${channel.name}` : i18n._('Direct messages')}</b>
            <span>{bytesWords(i18n, bytes)}</span>
            <div className="meter">
              <i style={{ inlineSize: `${((bytes / most) * 100).toFixed(1)}%` }} />
            </div>
          </li>
        ))}
      </ul>
      <p className="note">
        {i18n._('Originals {originals}, copies for playing {copies}.', {
          originals: bytesWords(i18n, storage.originalsBytes),
          copies: bytesWords(i18n, storage.renditionsBytes),
        })}{' '}
        {days
          ? i18n._(
              'Originals are removed {days, plural, one {# day} other {# days}} after the streaming copy was checked.',
              { days },
            )
          : i18n._('Originals are kept for good.')}{' '}
        <Link to="/admin/settings" search={{ q: 'retention' }} className="link">
          {i18n._('Change retention')}
        </Link>
      </p>
    </section>
  );
}
