import { join } from 'node:path';
import { type DynamicModule, Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { NoReplyAddresses, ReplyAddresses, WebhookRequests } from '#attention';
import { Config, installationSecret } from '#config';
import { Clock } from '#kernel';
import { Mailer, NoMailer, SmtpMailer } from '#mail';
import { GuardedRequests } from '#outward';
import { PostgresPubSub, PubSub, RedisPubSub } from '#pubsub';
import { PushGateway, vapidKeys } from '#push';
import { type BullEngine, BullQueue, openPostgresEngine, openRedisEngine, Queue } from '#queue';
import { SignedReplyAddresses } from '#replies';
import { HttpTranscriber, NoTranscriber, PocketsphinxTranscriber, Transcriber } from '#speech';
import { DiskStorage, MinioStorage, Storage } from '#storage';
import { jobs } from './jobs.js';

/** The queue's engine, for the worker that runs its jobs. */
export const QUEUE_ENGINE = Symbol('queue engine');

const logger = new Logger('Engines');

/** Which adapter stands behind each port: the environment decides, nothing else of ours knows. */
@Global()
@Module({})
export class EnginesModule implements OnApplicationShutdown {
  constructor(
    private readonly pubsub: PubSub,
    private readonly queue: Queue,
    private readonly mailer: Mailer,
    @Inject(QUEUE_ENGINE) private readonly engine: BullEngine,
  ) {}

  static choose(config: Config, clock: Clock): DynamicModule {
    const providers = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Storage, useFactory: () => storageFor(config) },
      { provide: PubSub, useFactory: () => pubsubFor(config) },
      { provide: QUEUE_ENGINE, useFactory: () => queueEngineFor(config) },
      { provide: Queue, useFactory: (engine: BullEngine) => new BullQueue(engine), inject: [QUEUE_ENGINE] },
      { provide: Mailer, useFactory: () => mailerFor(config) },
      {
        provide: WebhookRequests,
        useFactory: () => new WebhookRequests({ allowPrivate: config.values.WEBHOOK_PRIVATE_ENDPOINTS }),
      },
      { provide: PushGateway, useFactory: () => pushGatewayFor(config) },
      { provide: ReplyAddresses, useFactory: () => replyAddressesFor(config) },
      { provide: Transcriber, useFactory: () => transcriberFor(config) },
    ];
    return { module: EnginesModule, providers, exports: providers.map(({ provide }) => provide) };
  }

  async onApplicationShutdown(): Promise<void> {
    // The queue first: it and the workers, which are closed already, use the connections of the engine.
    const queue = this.queue.close().then(() => this.engine.close());
    for (const result of await Promise.allSettled([this.pubsub.close(), queue, this.mailer.close()])) {
      if (result.status === 'rejected') logger.warn(`Not closed cleanly: ${result.reason}`);
    }
  }
}

function storageFor({ values }: Config): Storage {
  if (!values.S3_ENDPOINT) return new DiskStorage(join(values.MEANTIME_DATA_DIR, 'media'));
  return new MinioStorage({
    endpoint: values.S3_ENDPOINT,
    accessKey: values.S3_ACCESS_KEY,
    secretKey: values.S3_SECRET_KEY,
    publicEndpoint: values.S3_PUBLIC_ENDPOINT,
    bucket: values.S3_BUCKET,
    region: values.S3_REGION,
  });
}

function pubsubFor({ values }: Config): PubSub {
  const pubsub = values.REDIS_URL
    ? new RedisPubSub({ url: values.REDIS_URL })
    : new PostgresPubSub({ connectionString: values.DATABASE_URL });
  pubsub.onError((error) => logger.warn(`Live updates: ${error instanceof Error ? error.message : error}`));
  return pubsub;
}

function queueEngineFor({ values }: Config): Promise<BullEngine> {
  const onError = (error: unknown): void => logger.warn(`Queue: ${error instanceof Error ? error.message : error}`);
  return values.REDIS_URL
    ? openRedisEngine({ jobs, url: values.REDIS_URL, onError })
    : openPostgresEngine({ jobs, connectionString: values.DATABASE_URL, onError });
}

const mailerFor = ({ values }: Config): Mailer =>
  values.SMTP_URL ? new SmtpMailer({ smtpUrl: values.SMTP_URL, from: values.MAIL_FROM }) : new NoMailer();

const replyAddressesFor = (config: Config): ReplyAddresses =>
  config.values.MAIL_IN_DOMAIN ? new SignedReplyAddresses(config) : new NoReplyAddresses();

const pushGatewayFor = (config: Config): PushGateway =>
  new PushGateway({
    keys: vapidKeys(installationSecret(config)),
    contact: pushContact(config),
    requests: new GuardedRequests({ allowPrivate: config.values.PUSH_PRIVATE_ENDPOINTS }),
  });

/** Push services want an address to write to; `localhost` is none that they take. */
function pushContact({ values, publicUrl }: Config): string {
  const [sender] = /[^\s<>]+@[^\s<>]+/.exec(values.MAIL_FROM) ?? [];
  if (publicUrl.startsWith('https:')) return publicUrl;
  return `mailto:${sender ?? 'meantime@localhost'}`;
}

function transcriberFor({ values }: Config): Transcriber {
  const { SPEECH_ENGINE: engine, SPEECH_URL: url, SPEECH_KEY: key, SPEECH_MODEL: model } = values;
  if (engine === 'http') return new HttpTranscriber({ url, key, model });
  return engine === 'pocketsphinx' ? new PocketsphinxTranscriber() : new NoTranscriber();
}
