import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Outside the repository: some gigabytes that nobody wants in a backup. */
export const defaultDataDirectory = (scale: number): string => join(tmpdir(), `meantime-bench-${scale}`);
