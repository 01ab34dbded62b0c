import { createRunDirectory, removeAbandonedRuns, signalPostgres } from './run-directory.mjs';

/**
 * Prepares a place for what the run's specs share. Nothing is started here: the first spec that asks for a database
 * starts Postgres (see test-postgres.ts), so a run of pure specs needs none.
 */
export default async function globalSetup() {
  await removeAbandonedRuns();
  const directory = createRunDirectory();
  process.env.MEANTIME_TEST_RUN_DIRECTORY = directory;
  // Jest does not come to its teardown when it is interrupted; the directory is removed by the next run.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      signalPostgres(directory, 'SIGQUIT');
      process.kill(process.pid, signal);
    });
  }
}
