import { removeRunDirectory } from './run-directory.mjs';

/** Runs after failures too. */
export default async function globalTeardown() {
  await removeRunDirectory(process.env.MEANTIME_TEST_RUN_DIRECTORY);
}
