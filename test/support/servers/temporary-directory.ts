import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new directory for a server's data: inside the run's own, which goes when the run ends, however it ends. */
export const temporaryDirectory = (name: string): Promise<string> =>
  mkdtemp(join(process.env.MEANTIME_TEST_RUN_DIRECTORY ?? tmpdir(), `${name}-`));
