import { readFileSync } from 'node:fs';
import { settings } from './settings.js';

type Values = { -readonly [K in keyof typeof settings]: (typeof settings)[K]['defaultValue'] };

/** What is wrong with the environment, one line a finding: shown as it is before the process ends. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * The checked environment. Read once, before anything else starts; injected by this class.
 * `values.PORT` and so on carry the types of `settings`.
 */
export class Config {
  private constructor(readonly values: Readonly<Values>) {}

  /**
   * @throws ConfigError naming every variable that is wrong or that misses its partner, all in one go.
   */
  static read(environment: Readonly<Record<string, string | undefined>>): Config {
    const findings: string[] = [];
    const values = {} as Record<string, unknown>;
    for (const [name, setting] of Object.entries(settings)) {
      try {
        const given = givenValue(environment, name);
        values[name] = given === undefined || given === '' ? setting.defaultValue : setting.parse(given);
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
    return new Config(checked);
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
