import pg from 'pg';
import { type Config, type SettingName, settings } from '#config';

/** The table comes with a migration that may still have to run. */
const UNDEFINED_TABLE = '42P01';

/**
 * Takes over the settings of the console before anything is made from them: most hold from a start on. Call it once
 * the database answers. What another release wrote and this one does not take is told of and left out.
 */
export async function readConsoleSettings(config: Config): Promise<void> {
  const client = new pg.Client({ connectionString: config.values.DATABASE_URL, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ key: string; value: string }>('select key, value from setting_overrides');
    for (const { key, value } of rows) if (Object.hasOwn(settings, key)) override(config, key as SettingName, value);
  } catch (error) {
    if ((error as { code?: string }).code !== UNDEFINED_TABLE) throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function override(config: Config, name: SettingName, value: string): void {
  try {
    config.override(name, value);
  } catch (error) {
    process.stderr.write(`${name}, set in the console, ${(error as Error).message}: the default holds.\n`);
  }
}
