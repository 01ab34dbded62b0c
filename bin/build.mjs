import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const COMPILER_FILE = join(root, 'dist', '.compiler');
/** Half-written results of this process. */
const DRAFTS = join(root, 'dist', '.drafts', String(process.pid));

/** The web client has a build of its own. */
const NOT_ENTERED = /(^|\/)(apps\/web|node_modules)$/;
const TAKEN = /\.(ts|json|png)$/;
/** What only tests read is run from its source. */
const LEFT_OUT = /(\.(spec|int-spec|e2e-spec|contract|d)\.ts|tsconfig[^/]*\.json)$/;

/**
 * Compiles each TypeScript file below `folders` to the same place below dist, and copies JSON and pictures. A result
 * carries its source's time, so only what changed is compiled; results without a source are removed. Types are not
 * looked at: that is `npm run check`.
 * @param {string[]} folders relative to the repository
 * @throws Error that names every file which does not parse; all others are built
 */
export async function build(folders = ['apps', 'libs', 'bin']) {
  const below = async (place) => (await Promise.all(folders.map((folder) => filesBelow(join(place, folder))))).flat();
  const sources = (await below('.')).filter((file) => TAKEN.test(file) && !LEFT_OUT.test(file));
  // An image carries the result alone.
  if (sources.length === 0) return;
  const outputs = new Set(sources.flatMap(outputsOf));
  const orphans = (await below('dist')).filter((file) => !outputs.has(file));
  await Promise.all(orphans.map((file) => rm(join(root, file), { force: true })));

  const compiler = identityOfCompiler();
  const isSameCompiler = existsSync(COMPILER_FILE) && readFileSync(COMPILER_FILE, 'utf8') === compiler;
  const changed = [];
  for (const source of sources) if (!isSameCompiler || (await hasChanged(source))) changed.push(source);
  if (changed.length > 0) await compileAll(changed);
  if (!isSameCompiler) await writeFile(COMPILER_FILE, compiler);
}

const outputsOf = (source) => {
  const script = posix.join('dist', source.replace(/\.ts$/, '.js'));
  return source.endsWith('.ts') ? [script, `${script}.map`] : [script];
};

/** Everything is compiled anew when the compiler or its settings are not those of the last time. */
function identityOfCompiler() {
  const hash = createHash('sha256');
  for (const file of ['.swcrc', 'bin/build.mjs', 'node_modules/@swc/core/package.json']) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

async function filesBelow(folder) {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const found = entries.map(async (entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return NOT_ENTERED.test(path) ? [] : filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(found)).flat();
}

async function hasChanged(source) {
  const made = await stat(join(root, outputsOf(source)[0])).catch(() => undefined);
  return made?.mtimeMs !== wholeMs(await stat(join(root, source)));
}

const wholeMs = ({ mtimeMs }) => Math.floor(mtimeMs);

async function compileAll(sources) {
  const { transformFile } = await import('@swc/core');
  const waiting = [...sources];
  const failures = [];
  const work = async () => {
    for (let source = waiting.pop(); source; source = waiting.pop()) {
      await compile(source, transformFile).catch((error) => failures.push(`${source}: ${error.message ?? error}`));
    }
  };
  await mkdir(DRAFTS, { recursive: true });
  await Promise.all(Array.from({ length: availableParallelism() * 2 }, work));
  await rm(DRAFTS, { recursive: true });
  if (failures.length > 0) throw new Error(`The build failed.\n${failures.join('\n')}`);
}

async function compile(source, transformFile) {
  const time = new Date(wholeMs(await stat(join(root, source))));
  const [output, mapFile] = outputsOf(source);
  await mkdir(join(root, posix.dirname(output)), { recursive: true });
  if (mapFile) {
    const sourceFileName = posix.relative(posix.dirname(output), source);
    const { code, map } = await transformFile(join(root, source), { cwd: root, sourceFileName, sourceMaps: true });
    await replace(mapFile, (draft) => writeFile(draft, map), time);
    const link = `//# sourceMappingURL=${posix.basename(mapFile)}\n`;
    await replace(output, (draft) => writeFile(draft, `${code}${link}`), time);
  } else {
    await replace(output, (draft) => copyFile(join(root, source), draft), time);
  }
}

/** By renaming: a process that starts during the build reads the old file or the new one, never half of it. */
async function replace(file, write, time) {
  const draft = join(DRAFTS, file.replaceAll('/', '-'));
  await write(draft);
  await utimes(draft, time, time);
  await rename(draft, join(root, file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build(process.argv.length > 2 ? process.argv.slice(2) : undefined);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
