import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';

/** Keeps the figures of a run, with the machine that made them. @returns the file */
export function keepResults(benchmark: string, figures: object): string {
  const folder = resolve(import.meta.dirname, '../../bench/results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${benchmark}-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`);
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, load: loadavg(), node: process.version };
  writeFileSync(file, JSON.stringify({ machine, ...figures }, null, 2));
  return file;
}
