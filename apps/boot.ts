import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Config, ConfigError, type SettingName, settings } from '#config';
import { machineClock } from '#kernel';

/** What a person at the terminal can mend: shown as its one line, without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/**
 * Runs a program of the hub: its environment checked first, one clear line and exit code 1 for what keeps it from
 * starting.
 */
export async function boot(name: string, start: (config: Config) => Promise<void>): Promise<void> {
  try {
    await start(Config.read(process.env));
  } catch (error) {
    const isOurs = error instanceof ConfigError || error instanceof CannotStart;
    process.stderr.write(`${name} cannot start: ${isOurs ? error.message : ((error as Error)?.stack ?? error)}\n`);
    process.exit(1);
  }
}

/** How long a program waits for a database that says of itself that it starts or recovers. */
const COMING_PATIENCE_MS = 30_000;
const COMING = new Set(['57P01', '57P02', '57P03']);
/** Nobody listens: one that starts beside us, or a wrong address. Worth a short wait. */
const ABSENT = new Set(['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN']);

/**
 * Waits until the database answers. What time does not mend (a wrong name, password or database) is said at once.
 * @param waitSeconds for one that nobody answers for yet
 * @throws CannotStart with the reason in words
 */
export async function databaseReady(url: string, waitSeconds = 5): Promise<void> {
  const startedAt = machineClock.nowMs();
  const patienceMs = (code: string | undefined): number => {
    if (code && COMING.has(code)) return COMING_PATIENCE_MS;
    return code && ABSENT.has(code) ? waitSeconds * 1_000 : 0;
  };
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (machineClock.nowMs() - startedAt >= patienceMs(code)) {
        throw new CannotStart(
          `the database at ${hostOf(url)} does not let us in (${message || code}). Check DATABASE_URL.`,
        );
      }
    } finally {
      await client.end().catch(() => undefined);
    }
    await sleep(250);
  }
}

const hostOf = (url: string): string => {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
};

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

/**
 * Ends the process when it is told to, or when the process that started it is gone: a hub that was killed leaves no
 * api or worker behind.
 */
export function endWith(stop: () => Promise<void>): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Did not stop cleanly: ${error}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (process.send) process.once('disconnect', end);
}
