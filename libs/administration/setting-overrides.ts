import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Config, type SettingName, type SettingType, settingFacts, settings } from '#config';
import { Sql, statement, UnitOfWork } from '#database';
import { AuditLog, requirePermission } from '#identity';
import { type Actor, Clock } from '#kernel';
import { PubSub, topic } from '#pubsub';
import { badSetting, noSuchSetting, settingLocked } from './administration.errors.js';

export interface SettingView {
  key: string;
  section: string;
  title: string;
  description: string;
  type: SettingType;
  choices: readonly string[] | null;
  environmentName: string;
  value: string | null;
  defaultValue: string | null;
  source: 'DEFAULT' | 'ENVIRONMENT' | 'FILE' | 'HERE';
  locked: boolean;
  needsRestart: boolean;
}

/** Said to every process when a setting was changed in the console. */
const settingsChanged = topic<Record<string, never>>('settings.changed');
const MAX_VALUE = 1_000;

const all = statement('setting_overrides.all', 'select key, value from setting_overrides');
const put = statement(
  'setting_overrides.put',
  `insert into setting_overrides (key, value, changed_by_id, changed_at) values ($1, $2, $3, $4)
   on conflict (key) do update set value = excluded.value, changed_by_id = excluded.changed_by_id, changed_at = excluded.changed_at`,
);
const remove = statement('setting_overrides.remove', 'delete from setting_overrides where key = $1');

const names = Object.keys(settings) as SettingName[];

/** Settings that the console may change: kept in a table, in force where the environment does not decide. */
@Injectable()
export class SettingOverrides implements OnModuleInit {
  private readonly logger = new Logger(SettingOverrides.name);

  constructor(
    private readonly sql: Sql,
    private readonly config: Config,
    private readonly audit: AuditLog,
    private readonly pubsub: PubSub,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.pubsub.subscribe(settingsChanged, () => void this.load());
    await this.load();
  }

  /** Brings what can change at run time up to date; what needs a restart was read at the start. */
  async load(): Promise<void> {
    const kept = await this.kept();
    for (const name of names) {
      if (settingFacts[name].changes === 'live') this.apply(name, kept.get(name) ?? null);
    }
  }

  /** @param query part of a name, title, section or description */
  async all(query: string | null): Promise<SettingView[]> {
    const kept = await this.kept();
    const words = query?.trim().toLowerCase() ?? '';
    const isMeant = (view: SettingView): boolean =>
      [view.key, view.title, view.section, view.description].some((text) => text.toLowerCase().includes(words));
    return names.map((name) => this.view(name, kept.get(name))).filter(isMeant);
  }

  /**
   * @param value null: the default again
   * @throws HubError permission.missing, member.administrators_only, setting.not_found, setting.locked, setting.bad_value
   */
  async update(actor: Actor, key: string, value: string | null): Promise<SettingView> {
    requirePermission(actor, 'MANAGE_SETTINGS');
    const name = names.find((one) => one === key);
    if (!name) throw noSuchSetting();
    if (this.isLocked(name)) throw settingLocked(name);
    if (value !== null) {
      if (value.length > MAX_VALUE || /\p{Cc}/u.test(value)) throw badSetting(name, 'must be one line of text');
      try {
        settings[name].parse(value);
      } catch (error) {
        throw badSetting(name, (error as Error).message);
      }
    }
    await this.unitOfWork.run(async () => {
      if (value === null) await this.sql.rows(remove, [name]);
      else await this.sql.rows(put, [name, value, actor.memberId, this.clock.now()]);
      await this.audit.record('setting.changed', actor, `${name}: ${value ?? 'the default'}`);
      await this.unitOfWork.afterCommit(() => this.pubsub.publish(settingsChanged, {}));
    });
    await this.load();
    return this.view(name, value ?? undefined);
  }

  private view(name: SettingName, kept: string | undefined): SettingView {
    const { description, defaultValue, type, isSecret, choices } = settings[name];
    const { section, title, changes } = settingFacts[name];
    const given = this.config.sourceOf(name);
    const isHere = given === 'DEFAULT' && kept !== undefined;
    const source = isHere ? 'HERE' : given;
    return {
      ...{ key: name, section, title, description, type, choices: choices ?? null, environmentName: name },
      value: isSecret ? null : isHere ? kept : String(this.config.values[name]),
      defaultValue: isSecret ? null : String(defaultValue),
      source,
      locked: this.isLocked(name),
      needsRestart: changes !== 'live',
    };
  }

  private isLocked(name: SettingName): boolean {
    return this.config.sourceOf(name) !== 'DEFAULT' || settingFacts[name].changes === 'environment';
  }

  private async kept(): Promise<Map<string, string>> {
    const rows = await this.sql.rows<{ key: string; value: string }>(all);
    return new Map(rows.map((row) => [row.key, row.value]));
  }

  /** What another release wrote and this one does not take is left out: the hub starts all the same. */
  private apply(name: SettingName, value: string | null): void {
    try {
      this.config.override(name, value);
    } catch (error) {
      this.logger.warn(`The value of ${name} set in the console ${(error as Error).message}: the default holds`);
    }
  }
}
