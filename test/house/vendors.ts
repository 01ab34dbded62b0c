import type { ImportRule } from './layers.js';
import { isTest } from './source-files.js';

/** Where a package may be named; everywhere else what it does goes by a name of ours. */
interface Vendor {
  packages: string[];
  words: string;
  places: RegExp;
}

const vendors: Vendor[] = [
  { packages: ['minio'], words: 'libs/storage', places: /^libs\/storage\// },
  { packages: ['bullmq', '@nestjs/bullmq'], words: 'libs/queue', places: /^libs\/queue\// },
  { packages: ['nodemailer'], words: 'libs/mail', places: /^libs\/mail\// },
  { packages: ['ioredis'], words: 'libs/queue and libs/pubsub', places: /^libs\/(queue|pubsub)\// },
  {
    packages: ['@ffmpeg-installer/ffmpeg', '@ffprobe-installer/ffprobe'],
    words: 'libs/transcoding',
    places: /^libs\/transcoding\//,
  },
  { packages: ['@tus/server', '@tus/file-store'], words: 'libs/media', places: /^libs\/media\// },
  { packages: ['temporal-polyfill'], words: 'libs/working-time', places: /^libs\/working-time\// },
  {
    packages: ['pg'],
    words: 'libs/embedded-postgres, libs/database, libs/queue, libs/pubsub, and where programs wait for their database',
    places: /^libs\/(embedded-postgres|database|queue|pubsub)\/|^apps\/(boot|migrate|hub\/migration)\.ts$/,
  },
  {
    packages: ['typeorm'],
    words: 'libs/database, libs/jobs, entities and repositories',
    places: /^libs\/(database|jobs)\/|\.(entity|repository)\.ts$/,
  },
  {
    packages: ['@nestjs/graphql'],
    words: 'types, inputs, resolvers, loaders, libs/graph and apps/api',
    places: /^(libs\/graph|apps\/api)\/|\.(type|inputs|resolver|loader)\.ts$/,
  },
  { packages: ['@apollo/server', '@nestjs/apollo'], words: 'apps/api', places: /^apps\/api\// },
];

/** Tests name whom they test against, the benchmarks measure several, and the web client has packages of its own. */
const isBound = (path: string): boolean =>
  /^(libs|apps|bin)\//.test(path) && !path.startsWith('apps/web/') && !isTest(path);

export const vendorRules: ImportRule[] = vendors.map(({ packages, words, places }) => ({
  name: `${packages.join(', ')} only in ${words}`,
  reason: 'a vendor that is named in one place can be replaced there, and the tests of that place hold for all',
  forbids: ({ from, specifier }) =>
    isBound(from) &&
    !places.test(from) &&
    packages.some((name) => specifier === name || specifier.startsWith(`${name}/`)),
}));

/** Decisions say what may be done, on plain data; the reasons against it are errors, which are plain too. */
export const policyRule: ImportRule = {
  name: 'a policy imports no package, no port, no service and no repository',
  reason: 'decisions are pure and effects are thin: a policy is tested without a database and read as a sentence',
  forbids: ({ from, specifier, target }) =>
    /\.policy\.ts$/.test(from) &&
    (target === undefined ||
      /\.(service|repository|resolver|module)\.ts$/.test(target) ||
      /^#(config|database|storage|queue|pubsub|transcoding|speech|mail|jobs|graph)$/.test(specifier)),
};
