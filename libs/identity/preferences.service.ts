import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import { type Actor, type Id, invalidInput } from '#kernel';
import type { Theme } from './preferences.entity.js';

/** The languages of the bundled client. */
export const locales = ['en', 'de', 'es', 'fr', 'ja', 'ar'] as const;

export interface Preferences {
  locale: string | null;
  theme: Theme;
  textScale: number;
  playbackSpeed: number;
  captionsOn: boolean;
  singleKeyShortcuts: boolean;
  shortcutsJson: string | null;
  urgentMayInterrupt: boolean;
  timeZoneFollowsDevice: boolean;
  skipSilence: boolean;
  sharesSeen: boolean;
}

/** Undefined: as it is. Null too, but for the two that have a meaning for it. */
export type PreferenceChanges = { [Name in keyof Preferences]?: Preferences[Name] | null };

export const shippedPreferences: Preferences = {
  locale: null,
  theme: 'SYSTEM',
  textScale: 1,
  playbackSpeed: 1,
  captionsOn: false,
  singleKeyShortcuts: true,
  shortcutsJson: null,
  urgentMayInterrupt: true,
  timeZoneFollowsDevice: false,
  skipSilence: false,
  sharesSeen: false,
};

interface PreferencesRow {
  locale: string | null;
  theme: Theme;
  text_scale: number;
  playback_speed: number;
  captions_on: boolean;
  single_key_shortcuts: boolean;
  shortcuts_json: string | null;
  urgent_may_interrupt: boolean;
  time_zone_follows_device: boolean;
  skip_silence: boolean;
  shares_seen: boolean;
}

const columns = `locale, theme, text_scale, playback_speed, captions_on, single_key_shortcuts, shortcuts_json,
  urgent_may_interrupt, time_zone_follows_device, skip_silence, shares_seen`;
const of = statement('preferences.of', `select ${columns} from preferences where member_id = $1`);
/** Only what is given ($13: the names of it) changes; a first change begins with what is shipped. */
const save = statement(
  'preferences.save',
  `insert into preferences as p (member_id, ${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict (member_id) do update set
     locale = case when 'locale' = any($13::text[]) then excluded.locale else p.locale end,
     theme = case when 'theme' = any($13) then excluded.theme else p.theme end,
     text_scale = case when 'textScale' = any($13) then excluded.text_scale else p.text_scale end,
     playback_speed = case when 'playbackSpeed' = any($13) then excluded.playback_speed else p.playback_speed end,
     captions_on = case when 'captionsOn' = any($13) then excluded.captions_on else p.captions_on end,
     single_key_shortcuts = case when 'singleKeyShortcuts' = any($13) then excluded.single_key_shortcuts else p.single_key_shortcuts end,
     shortcuts_json = case when 'shortcutsJson' = any($13) then excluded.shortcuts_json else p.shortcuts_json end,
     urgent_may_interrupt = case when 'urgentMayInterrupt' = any($13) then excluded.urgent_may_interrupt else p.urgent_may_interrupt end,
     time_zone_follows_device = case when 'timeZoneFollowsDevice' = any($13) then excluded.time_zone_follows_device else p.time_zone_follows_device end,
     skip_silence = case when 'skipSilence' = any($13) then excluded.skip_silence else p.skip_silence end,
     shares_seen = case when 'sharesSeen' = any($13) then excluded.shares_seen else p.shares_seen end
   returning ${columns}`,
);

/** How the bundled client behaves for a member, on all devices. */
@Injectable()
export class PreferencesService {
  constructor(private readonly sql: Sql) {}

  async of(memberId: Id): Promise<Preferences> {
    const row = await this.sql.row<PreferencesRow>(of, [memberId]);
    return row ? preferencesOf(row) : shippedPreferences;
  }

  /** @throws HubError preferences.unknown_locale, preferences.bad_shortcuts */
  async update(actor: Actor, changes: PreferenceChanges): Promise<Preferences> {
    const { locale, shortcutsJson } = changes;
    if (locale && !(locales as readonly string[]).includes(locale)) throw unknownLocale();
    if (shortcutsJson) checkShortcuts(shortcutsJson);
    const given = (Object.keys(shippedPreferences) as (keyof Preferences)[]).filter(
      (name) => changes[name] !== undefined && (changes[name] !== null || shippedPreferences[name] === null),
    );
    const next: Preferences = { ...shippedPreferences };
    for (const name of given) Object.assign(next, { [name]: changes[name] });
    const row = await this.sql.row<PreferencesRow>(save, [
      actor.memberId,
      next.locale,
      next.theme,
      next.textScale,
      next.playbackSpeed,
      next.captionsOn,
      next.singleKeyShortcuts,
      next.shortcutsJson,
      next.urgentMayInterrupt,
      next.timeZoneFollowsDevice,
      next.skipSilence,
      next.sharesSeen,
      given,
    ]);
    return preferencesOf(row!);
  }
}

const preferencesOf = (row: PreferencesRow): Preferences => ({
  locale: row.locale,
  theme: row.theme,
  textScale: row.text_scale,
  playbackSpeed: row.playback_speed,
  captionsOn: row.captions_on,
  singleKeyShortcuts: row.single_key_shortcuts,
  shortcutsJson: row.shortcuts_json,
  urgentMayInterrupt: row.urgent_may_interrupt,
  timeZoneFollowsDevice: row.time_zone_follows_device,
  skipSilence: row.skip_silence,
  sharesSeen: row.shares_seen,
});

const unknownLocale = () =>
  invalidInput('preferences.unknown_locale', `The hub speaks ${locales.join(', ')}: give one of them.`, {
    field: 'locale',
    data: { locales },
  });

function checkShortcuts(json: string): void {
  try {
    const parsed: unknown = JSON.parse(json);
    const isMap = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    if (isMap && Object.values(parsed).every((key) => typeof key === 'string')) return;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw invalidInput('preferences.bad_shortcuts', 'Shortcuts are a JSON object of actions and their keys.', {
    field: 'shortcutsJson',
  });
}
