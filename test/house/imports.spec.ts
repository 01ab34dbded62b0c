import { cyclesOf } from './cycles.js';
import { type ImportRule, layerRules, places } from './layers.js';
import { type Import, importsOf, libOf, sourceFiles } from './source-files.js';
import { policyRule, vendorRules } from './vendors.js';
import { webRules } from './web-layers.js';

const files = sourceFiles();
const imports = files.flatMap(importsOf);
const rules = [...layerRules, ...vendorRules, policyRule, ...webRules];

const findings = (rule: ImportRule, among: Import[]): string[] =>
  among
    .filter((one) => rule.forbids(one))
    .map(({ from, specifier }) => `${from} imports ${specifier}, but ${rule.name}: ${rule.reason}.`);

const violations: [path: string, text: string][] = [
  ['libs/kernel/x.ts', `import '#config'`],
  ['libs/kernel/x.ts', `import '@nestjs/common'`],
  ['libs/working-time/x.ts', `import '#database'`],
  ['libs/working-time/x.ts', `import 'rxjs'`],
  ['libs/storage/x.ts', `import type { X } from '#media'`],
  ['libs/graph/x.ts', `import '#identity'`],
  ['libs/plans/x.ts', `import '#threads'`],
  ['libs/channels/x.ts', `import type { Y } from '#threads'`],
  ['libs/channels/x.spec.ts', `import '#threads'`],
  ['libs/media/x.ts', `import '../../apps/entities.js'`],
  ['libs/media/x.ts', `import '../../test/support/database.js'`],
  ['libs/media/x.ts', `import '../channels/channel.entity.js'`],
  ['libs/media/x.ts', `import '#channels/channel.entity'`],
  ['apps/api/x.ts', `import '../../libs/channels/index.js'`],
  ['libs/media/x.ts', `import '#media'`],
  ['apps/worker/x.ts', `import '../api/main.js'`],
  ['apps/web/src/x.tsx', `import '#kernel'`],
  ['apps/api/x.ts', `import '../web/x.js'`],
  ['apps/web/design/x.tsx', `import '../shell'`],
  ['apps/web/shell/x.tsx', `import '../search'`],
  ['apps/web/thread/x.tsx', `import '../player/use-player-keys'`],
  ['apps/web/player/x.tsx', `import '../thread'`],
  ['libs/media/x.ts', `import 'minio'`],
  ['libs/media/x.ts', `import 'bullmq'`],
  ['libs/media/x.ts', `import 'nodemailer'`],
  ['libs/media/x.ts', `import 'ioredis'`],
  ['libs/media/x.ts', `import '@ffmpeg-installer/ffmpeg'`],
  ['libs/storage/x.ts', `import '@tus/server'`],
  ['libs/media/x.ts', `import 'temporal-polyfill/global'`],
  ['libs/media/x.ts', `import 'pg'`],
  ['libs/media/x.service.ts', `import type { DataSource } from 'typeorm'`],
  ['libs/media/x.service.ts', `import '@nestjs/graphql'`],
  ['libs/media/x.ts', `import '@apollo/server'`],
  ['libs/media/x.policy.ts', `import '@nestjs/common'`],
  ['libs/media/x.policy.ts', `import './media.repository.js'`],
];

describe('which way things point', () => {
  it.each(rules)('$name', (rule) => {
    expect(findings(rule, imports)).toEqual([]);
  });

  it('every lib has its place in the order', () => {
    const libs = new Set(files.map(({ path }) => libOf(path)).filter((lib) => lib !== undefined));
    // A new lib is entered in layers.ts and in docs/overview.md.
    expect([...libs].filter((lib) => !places.has(lib))).toEqual([]);
  });

  it('no file imports itself, by whatever way around', () => {
    const graph = new Map(files.map(({ path }): [string, string[]] => [path, []]));
    for (const { from, target } of imports) if (target && graph.has(target)) graph.get(from)!.push(target);
    expect(cyclesOf(graph).map((cycle) => cycle.sort().join(' <-> '))).toEqual([]);
  });
});

/** A checker that finds nothing may also be one that looks at nothing. */
describe('the checker', () => {
  it('reads imports of every kind', () => {
    const text = `import a from './a.js'; import type { B } from '#kernel'; export * from 'minio';
      const c = await import('typeorm'); type D = import('bullmq').Queue; // import 'comment';
      export type { E } from './e.js'; import './f.js'; const g = "import 'string'";`;
    const found = importsOf({ path: 'libs/media/x.ts', text }).map(({ specifier }) => specifier);
    expect(found.sort()).toEqual(['#kernel', './a.js', './e.js', './f.js', 'bullmq', 'minio', 'typeorm']);
  });

  it.each(violations)('finds fault with %s: %s', (path, text) => {
    expect(rules.filter((rule) => findings(rule, importsOf({ path, text })).length > 0)).not.toEqual([]);
  });

  it.each(rules)('has been shown a violation of: $name', (rule) => {
    expect(violations.flatMap(([path, text]) => findings(rule, importsOf({ path, text })))).not.toEqual([]);
  });

  it('finds the cycles of a graph, and nothing else in it', () => {
    const graph = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', ['e']],
      ['e', ['f']],
      ['f', ['e']],
      ['g', ['g']],
    ]);
    expect(cyclesOf(graph).map((cycle) => cycle.sort().join(''))).toEqual(['ef', 'abc', 'g']);
  });
});
