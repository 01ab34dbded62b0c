import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '../design';
import { useLingui } from '../language';

/** On a phone the same places stand at the foot. */
export function TabBar() {
  const { i18n } = useLingui();
  const tab = (to: '/inbox' | '/catch-up' | '/channels' | '/settings', icon: IconName, label: string) => (
    <Link to={to} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
      <Icon name={icon} />
      {label}
    </Link>
  );
  return (
    <nav className="tabbar only-s" aria-label={i18n._('Main')}>
      {tab('/inbox', 'inbox', i18n._('Inbox'))}
      {tab('/catch-up', 'sunrise', i18n._('Catch up'))}
      <Link to="/new" className="make-new" aria-label={i18n._('Write or record')}>
        <Icon name="plus" />
      </Link>
      {tab('/channels', 'lines', i18n._('Channels'))}
      {tab('/settings', 'people', i18n._('You'))}
    </nav>
  );
}
