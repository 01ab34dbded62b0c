import { boolean, byteSize, choice, integer, path, quota, secret, text, url } from './setting.js';

/**
 * Every setting that the hub reads, in the order in which a person would want to read of them. This list is the only
 * place that knows the environment; `.env.example` is made from it. Any setting may come from a file instead: NAME_FILE
 * holds the path of a file whose content is the value (for secrets mounted by a container engine).
 */
export const settings = {
  MEANTIME_DATA_DIR: path(
    'Where the hub keeps its own files: the embedded database, uploads, media, generated secrets.',
    './data',
  ),
  PORT: integer('The port that the api listens on.', 3000, { min: 0, max: 65_535 }),
  HOST: text('The address that the api listens on. 0.0.0.0 lets other machines reach it without a proxy.', '127.0.0.1'),
  PUBLIC_URL: url(
    'The address under which people reach the hub; links in mails and media URLs start with it. Empty: http://localhost:PORT.',
    ['http:', 'https:'],
  ),
  TRUST_PROXY: boolean(
    'Take the client address and protocol from X-Forwarded-* headers. Only behind a proxy of your own that sets them.',
    false,
  ),

  DATABASE_URL: url(
    'A Postgres database (15 or newer). Empty: an embedded Postgres below MEANTIME_DATA_DIR.',
    ['postgres:', 'postgresql:'],
    { isSecret: true },
  ),
  DATABASE_WAIT_SECONDS: integer('How long a start waits for a Postgres at DATABASE_URL that nobody answers for.', 5, {
    min: 0,
    max: 600,
  }),
  DATABASE_POOL_SIZE: integer('Connections that one process opens to Postgres at most.', 8, { min: 2, max: 100 }),
  REDIS_URL: url('A Redis for queues and live updates. Empty: Postgres does both.', ['redis:', 'rediss:'], {
    isSecret: true,
  }),

  S3_ENDPOINT: url('An S3 store for media. Empty: files below MEANTIME_DATA_DIR.', ['http:', 'https:']),
  S3_PUBLIC_ENDPOINT: url(
    'The address under which browsers reach the same S3 store: files then go between them and the store, by addresses signed for 15 minutes at most. Empty: everything goes through the hub.',
    ['http:', 'https:'],
  ),
  S3_REGION: text('The region that the S3 store expects in signatures.', 'us-east-1'),
  S3_BUCKET: text('The bucket for media; made when it is missing.', 'meantime'),
  S3_ACCESS_KEY: secret('The access key of the S3 store.'),
  S3_SECRET_KEY: secret('The secret key of the S3 store.'),

  SMTP_URL: url(
    'A mail server for invitations and digests, such as smtps://user:password@mail.example.org. Empty: no mail is sent.',
    ['smtp:', 'smtps:'],
    { isSecret: true },
  ),
  MAIL_FROM: text("The sender of the hub's mail.", 'Meantime <meantime@localhost>'),

  MAIL_IN_DOMAIN: text(
    'The domain whose mail your mail server hands over to the worker, such as reply.example.org: then mails of the hub can be answered by mail. Empty: they cannot.',
    '',
  ),
  MAIL_IN_PORT: integer('The port on which the worker takes such mail. 0: none.', 0, { min: 0, max: 65_535 }),
  MAIL_IN_HOST: text('The address on which it takes it. Only your mail server should reach it.', '127.0.0.1'),
  MAIL_IN_PROTOCOL: choice('What your mail server speaks there.', ['lmtp', 'smtp'], 'lmtp'),
  MAIL_IN_MAX_BYTES: byteSize('The largest mail that is taken.', 25 * 2 ** 20),
  MAIL_IN_AUTHSERV: text(
    'The name that your mail server writes into Authentication-Results (RFC 8601): only mail that it found to be truly from its sender is posted. Empty: nobody is asked.',
    '',
  ),
  PUSH_PRIVATE_ENDPOINTS: boolean(
    'Push to services inside your own network too. Off: only to public addresses by https, as browsers name them.',
    false,
  ),
  WEBHOOK_PRIVATE_ENDPOINTS: boolean(
    "Members' webhooks may lead to tools inside your own network too, also without TLS. Off: only to public addresses by https.",
    false,
  ),
  MEANTIME_SECRET: secret(
    'Signs media addresses, and makes those of feeds and the keys of web push; at least 32 characters, the same for every process. Empty: generated once below MEANTIME_DATA_DIR.',
  ),
  SESSION_DAYS: integer('How long a sign-in lasts without use, in days.', 30, { min: 1, max: 365 }),

  REQUESTS_PER_MINUTE: integer(
    'GraphQL operations that one member may ask for in a minute, in each api process.',
    1_200,
    {
      min: 10,
      max: 1_000_000,
    },
  ),

  MAX_UPLOAD_BYTES: byteSize('The largest upload, in bytes.', 4 * 1024 ** 3),
  MAX_RECORDING_MINUTES: integer('The longest recording that is made playable, in minutes. 0: as long as it is.', 0, {
    min: 0,
    max: 100_000,
  }),
  MEMBER_STORAGE_BYTES: quota('Bytes that the media of one member may take, renditions included. 0: no limit.'),
  ORGANIZATION_STORAGE_BYTES: quota('Bytes that the media of all members may take together. 0: no limit.'),
  ORIGINALS_RETENTION_DAYS: integer(
    'Days after which an original goes once its renditions are there. 0: originals stay.',
    0,
    { min: 0, max: 36_500, type: 'DURATION' },
  ),
  FFMPEG_PATH: text('The ffmpeg to use. Empty: the one on the PATH, else the bundled one.', ''),
  FFPROBE_PATH: text('The ffprobe to use. Empty: the one beside ffmpeg.', ''),
  TRANSCODE_CONCURRENCY: integer(
    'Recordings of ordinary length that one worker transcodes at the same time; long ones have half as many places. 0: one for every four cores.',
    0,
    { min: 0, max: 64 },
  ),
  TRANSCODE_HARDWARE: choice(
    'What encodes pictures: none, the cores; or vaapi, nvenc, qsv, videotoolbox, where ffmpeg and the machine have it. Where it fails, the cores do.',
    ['none', 'vaapi', 'nvenc', 'qsv', 'videotoolbox'] as const,
    'none',
  ),
  TRANSCODE_DEVICE: text(
    'Which device encodes: /dev/dri/renderD128 for vaapi and qsv, the number of the card for nvenc. Empty: the first.',
    '',
  ),

  SPEECH_ENGINE: choice(
    'What writes down what recordings say: none; http, an OpenAI-compatible server at SPEECH_URL; pocketsphinx, for trials.',
    ['none', 'http', 'pocketsphinx'] as const,
    'none',
  ),
  SPEECH_URL: url(
    'The base of the speech API, such as http://speech.lan:8000/v1. Recordings are sent there, and nowhere else.',
    ['http:', 'https:'],
  ),
  SPEECH_KEY: secret('The key of the speech API, where it asks for one.'),
  SPEECH_MODEL: text('The model that the speech API is asked for.', 'whisper-1'),

  MEETING_LINK: url(
    'Where calls take place, such as https://meet.example.org/{id}; {id} becomes a room of its own. Empty: invitations name no place.',
    ['http:', 'https:'],
  ),

  LOG_FORMAT: choice('How log lines look: text for people, json for machines.', ['text', 'json'] as const, 'text'),
  TEST_CLOCK_FILE: text('For tests only: a file that holds milliseconds by which every process shifts its clock.', ''),
};
