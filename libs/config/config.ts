import { readFileSync } from 'node:fs';
import { settings } from './settings.js';

type Values = { -readonly [K in keyof typeof settings]: (typeof settings)[K]['defaultValue'] };

export type SettingName = keyof typeof settings;
export type SettingSource = 'DEFAULT' | 'ENVIRONMENT' | 'FILE';

/** What is wrong with the environment, one line a finding: shown as it is before the process ends. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * The checked environment. Read once, before anything else starts; injected by this class.
 * `values.PORT` and so on carry the types of `settings`.
 */
export class Config {
  private constructor(
    readonly values: Readonly<Values>,
    private readonly sources: ReadonlyMap<string, SettingSource>,
  ) {}

  /**
   * @throws ConfigError naming every variable that is wrong or that misses its partner, all in one go.
   */
  static read(environment: Readonly<Record<string, string | undefined>>): Config {
    const findings: string[] = [];
    const values = {} as Record<string, unknown>;
    const sources = new Map<string, SettingSource>();
    for (const [name, setting] of Object.entries(settings)) {
      try {
        const given = givenValue(environment, name);
        const isGiven = given !== undefined && given !== '';
        values[name] = isGiven ? setting.parse(given) : setting.defaultValue;
        if (isGiven) sources.set(name, environment[`${name}_FILE`] ? 'FILE' : 'ENVIRONMENT');
      } catch (error) {
        findings.push(`${name} ${(error as Error).message}`);
      }
    }
    const checked = values as Values;
    if (checked.S3_ENDPOINT && !(checked.S3_ACCESS_KEY && checked.S3_SECRET_KEY)) {
      findings.push('S3_ENDPOINT needs S3_ACCESS_KEY and S3_SECRET_KEY');
    }
    if (checked.SPEECH_ENGINE === 'http' && !checked.SPEECH_URL) findings.push('SPEECH_ENGINE=http needs SPEECH_URL');
    if (checked.MEANTIME_SECRET && checked.MEANTIME_SECRET.length < 32) {
      findings.push('MEANTIME_SECRET must have at least 32 characters');
    }
    if (findings.length > 0) throw new ConfigError(findings.join('\n'));
    return new Config(checked, sources);
  }

  /** Where a value comes from, overrides aside. */
  sourceOf(name: SettingName): SettingSource {
    return this.sources.get(name) ?? 'DEFAULT';
  }

  /**
   * Takes a value that was set in the console, or with null the default again. What the environment or a file decides
   * stays: nobody needs to look into a database to know why.
   * @throws Error whose message completes "NAME …"
   */
  override(name: SettingName, text: string | null): void {
    if (this.sourceOf(name) !== 'DEFAULT') return;
    const value = text === null ? settings[name].defaultValue : settings[name].parse(text);
    (this.values as Record<string, unknown>)[name] = value;
  }

  /** The base of every link that the hub hands out, without a slash at its end. */
  get publicUrl(): string {
    return this.values.PUBLIC_URL || `http://localhost:${this.values.PORT}`;
  }
}

function givenValue(environment: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  if (!file) return environment[name];
  if (environment[name]) throw new Error(`is given twice: as ${name} and as ${name}_FILE`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Error(`cannot be read from the file ${file} that ${name}_FILE names`);
  }
}
