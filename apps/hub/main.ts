import { accessSync, constants } from 'node:fs';
import { installationSecret } from '#config';
import { type EmbeddedPostgres, prepareDataDirectory, startEmbeddedPostgres } from '#embedded-postgres';
import { boot, CannotStart, databaseReady } from '../boot.js';
import { requireFreeAddress } from '../free-address.js';
import { HubProcesses } from './hub-processes.js';
import { migrateIfBehind } from './migration.js';

/** `npm start`: embedded Postgres unless DATABASE_URL names one, migrations, then api and worker. */
await boot('Meantime', async (config) => {
  const { MEANTIME_DATA_DIR: directory } = config.values;
  try {
    prepareDataDirectory(directory);
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new CannotStart(
      `the data directory ${directory} cannot be used (${(error as Error).message}). Set MEANTIME_DATA_DIR to another.`,
    );
  }
  installationSecret(config);
  await requireFreeAddress(config.values);

  let postgres: EmbeddedPostgres | undefined;
  if (!config.values.DATABASE_URL) {
    try {
      postgres = await startEmbeddedPostgres(directory);
    } catch (error) {
      throw new CannotStart((error as Error).message);
    }
  }
  const url = postgres?.url ?? config.values.DATABASE_URL;
  const processes = new HubProcesses({
    ...process.env,
    DATABASE_URL: url,
    DATABASE_URL_FILE: '',
    // Ours comes back by itself, and recovers first where it was killed.
    ...(postgres ? { DATABASE_WAIT_SECONDS: '30' } : {}),
  });
  const stop = async (code: number): Promise<never> => {
    await processes.stop();
    await postgres?.stop();
    process.exit(code);
  };
  process.once('SIGINT', () => void stop(0));
  process.once('SIGTERM', () => void stop(0));
  postgres?.holdUp((line) => process.stderr.write(`${line}\n`));
  try {
    await databaseReady(url, config.values.DATABASE_WAIT_SECONDS);
    await migrateIfBehind(url);
    await processes.start();
  } catch (error) {
    process.stderr.write(`Meantime cannot start: ${(error as Error).message}\n`);
    await stop(1);
  }
  process.stdout.write(`Meantime is ready at ${config.publicUrl}\n`);
});
