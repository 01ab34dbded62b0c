import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = resolve(import.meta.dirname, '..');
const SOURCE = join(root, 'apps/web');
const RESULT = join(root, 'dist/web');
const STAMP = 'built-from';
/** Below this a compressed form saves nothing. */
const WORTH_BYTES = 1024;
const COMPRESSED = /\.(js|css|html|svg|json|webmanifest)$/;

/**
 * Builds the web client to dist/web when a source of it has changed since the last time. Made in a folder of its own
 * and moved: a hub that starts meanwhile serves the old client or the new one, never half of it.
 */
export async function buildWeb() {
  // An image carries the result alone.
  if (!existsSync(join(SOURCE, 'vite.config.ts'))) return;
  const stamp = await stampOfSources();
  if (await isBuiltFrom(stamp)) return;
  const draft = join(root, 'dist', `.web-${process.pid}`);
  await bundle(draft);
  await compressAll(draft);
  await writeFile(join(draft, STAMP), stamp);
  const old = `${draft}-old`;
  await rename(RESULT, old).catch(ignoreMissing);
  await rename(draft, RESULT).catch(async (error) => {
    // Another start was faster, from the same sources.
    if (!(await isBuiltFrom(stamp))) throw error;
    await rm(draft, { recursive: true, force: true });
  });
  await rm(old, { recursive: true, force: true });
}

/** Whatever this process is (a test, a start): the client is always built as people get it, and leaves no trace here. */
async function bundle(outDir) {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    const { build } = await import('vite');
    await build({
      configFile: join(SOURCE, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'error',
      build: { outDir, emptyOutDir: true },
    });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

const isBuiltFrom = async (stamp) => (await readFile(join(RESULT, STAMP), 'utf8').catch(() => '')) === stamp;

/** Names and times of all sources: reading them takes a few milliseconds. */
async function stampOfSources() {
  const hash = createHash('sha256');
  for (const file of ['bin/build-web.mjs', 'node_modules/vite/package.json'])
    hash.update(readFileSync(join(root, file)));
  for (const file of (await filesBelow(SOURCE)).sort()) {
    const { mtimeMs, size } = await stat(file);
    hash.update(`${file} ${Math.floor(mtimeMs)} ${size}\n`);
  }
  return hash.digest('hex');
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries.map((entry) => {
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
  return (await Promise.all(found)).flat();
}

async function compressAll(folder) {
  const files = (await filesBelow(folder)).filter((file) => COMPRESSED.test(file));
  await Promise.all(files.map(compress));
}

async function compress(file) {
  const content = await readFile(file);
  if (content.length < WORTH_BYTES) return;
  // Quality 9 takes a tenth of the time of 11 for 2 % more bytes.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(content, { params }), promisify(gzip)(content)]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}

function ignoreMissing(error) {
  if (error.code !== 'ENOENT') throw error;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildWeb();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
