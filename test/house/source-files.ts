import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** From the repository's root, with slashes: `libs/kernel/ids.ts`. */
  path: string;
  text: string;
}

export interface Import {
  /** The file that imports. */
  from: string;
  /** As written: `#kernel`, `./ids.js`, `node:fs`, `typeorm`. */
  specifier: string;
  /** The file of ours that it leads to; undefined for packages. */
  target: string | undefined;
}

export const root = resolve(import.meta.dirname, '../..');

const FOLDERS = ['apps', 'libs', 'test', 'bench', 'bin'];
const NOT_OURS = new Set(['node_modules', 'dist', 'results']);
const CODE = /\.(ts|tsx|mjs|js)$/;

/** Everything that people write in this repository and that runs. */
export function sourceFiles(): SourceFile[] {
  return FOLDERS.filter((folder) => existsSync(join(root, folder)))
    .flatMap(below)
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function below(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : below(path);
    return CODE.test(entry.name) ? [path] : [];
  });
}

/** Every import and export-from of a file, types and `import()` included, as TypeScript itself reads them. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.map(({ fileName }) => ({ from: path, specifier: fileName, target: targetOf(path, fileName) }));
}

function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return `libs/${specifier.slice(1)}/index.ts`;
  if (!specifier.startsWith('.')) return undefined;
  if (from.startsWith('apps/web/')) return bundledTarget(posix.join(posix.dirname(from), specifier));
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

/** A bundler finds files without their endings, and folders by their index. */
function bundledTarget(path: string): string {
  const candidates = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].map((ending) => path + ending);
  return candidates.find((one) => /\.\w+$/.test(one) && existsSync(join(root, one))) ?? path;
}

/** Specs, contract suites and whatever only they use: free to name what they test against. */
export const isTest = (path: string): boolean =>
  path.startsWith('test/') || /\.(spec|int-spec|e2e-spec|contract)\.tsx?$/.test(path);

/** The folder below libs that a file lies in. */
export const libOf = (path: string | undefined): string | undefined => /^libs\/([^/]+)\//.exec(path ?? '')?.[1];
