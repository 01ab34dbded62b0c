import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLingui } from '../language';
import { usePageTitle, useViewer } from '../shell';
import { AbsenceSection } from './absence-section';
import { AccessSection } from './access-section';
import { BalanceSection } from './balance-section';
import { DeliverySection } from './delivery-section';
import { DigestSection } from './digest-section';
import { FeedSection } from './feed-section';
import { FocusSection } from './focus-section';
import { HolidaySection } from './holiday-section';
import { HoursSection } from './hours-section';
import { LookSection } from './look-section';
import { PlaybackSection } from './playback-section';
import { ProfileSection } from './profile-section';
import { PushSection } from './push-section';
import './settings.css';
import { InterruptSection } from './interrupt-section';
import { ShortcutSection } from './shortcut-section';
import { WebhookSection } from './webhook-section';

/** The member's own side. Everything is saved as it changes, and can be taken back. */
export function SettingsScreen() {
  const { i18n } = useLingui();
  const viewer = useViewer();
  usePageTitle(i18n._('Settings'));
  const sections: [string, string, ReactNode][] = [
    ['you', i18n._('You'), <ProfileSection key="you" />],
    ['hours', i18n._('Working hours'), <HoursSection key="hours" />],
    ['away', i18n._('Time off'), <AbsenceSection key="away" />],
    ['holidays', i18n._('Holidays'), <HolidaySection key="holidays" />],
    ['focus', i18n._('Focus time'), <FocusSection key="focus" />],
    ['interrupt', i18n._('What may interrupt'), <InterruptSection key="interrupt" />],
    ['delivery', i18n._('How it reaches you'), <DeliverySection key="delivery" />],
    ['push', i18n._('Notifications'), <PushSection key="push" />],
    ['tools', i18n._('Tools of yours'), <WebhookSection key="tools" />],
    ['digest', i18n._('Digest'), <DigestSection key="digest" />],
    ['balance', i18n._('Your balance'), <BalanceSection key="balance" />],
    ['feeds', i18n._('Feeds'), <FeedSection key="feeds" />],
    ['playback', i18n._('Playing'), <PlaybackSection key="playback" />],
    ['look', i18n._('Look and language'), <LookSection key="look" />],
    ['keys', i18n._('Keys'), <ShortcutSection key="keys" />],
    ['access', i18n._('Sign-in and data'), <AccessSection key="access" />],
  ];
  return (
    <div className="settings">
      <nav aria-label={i18n._('Settings')}>
        <ul>
          {sections.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
          {viewer.permissions.includes('SEE_ADMINISTRATION') && (
            <li>
              <Link to="/admin">{i18n._('Administration')}</Link>
            </li>
          )}
        </ul>
      </nav>
      <div className="screen">
        <header>
          <div>
            <h1>{i18n._('Settings')}</h1>
            <p>{i18n._('Saved as you change them.')}</p>
          </div>
        </header>
        {sections.map(([id, title, content]) => (
          <section key={id} id={id} aria-label={title} className="setting-section">
            <h2>{title}</h2>
            {content}
          </section>
        ))}
      </div>
    </div>
  );
}
