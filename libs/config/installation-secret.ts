import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.js';

/**
 * The key that signs media addresses: MEANTIME_SECRET, else 32 random bytes made once in the data directory. Several
 * processes may ask at the same first start: the file is linked into place, so all of them read the same one.
 */
export function installationSecret(config: Config): string {
  if (config.values.MEANTIME_SECRET) return config.values.MEANTIME_SECRET;
  const file = join(config.values.MEANTIME_DATA_DIR, 'secret');
  if (!existsSync(file)) {
    mkdirSync(config.values.MEANTIME_DATA_DIR, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  return readFileSync(file, 'utf8');
}
