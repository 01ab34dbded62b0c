import { join } from 'node:path';
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '#config';
import { Clock } from '#kernel';
import { Mailer, NoMailer, SmtpMailer } from '#mail';
import { PostgresPubSub, PubSub, RedisPubSub } from '#pubsub';
import { BullQueue, Queue } from '#queue';
import { DiskStorage, MinioStorage, Storage } from '#storage';
import { jobs } from './jobs.js';

/** Which adapter stands behind each port: the environment decides, nothing else of ours knows. */
@Global()
@Module({})
export class EnginesModule implements OnApplicationShutdown {
  constructor(
    private readonly pubsub: PubSub,
    private readonly queue: Queue,
    private readonly mailer: Mailer,
  ) {}

  static choose(config: Config, clock: Clock, databaseUrl: string): DynamicModule {
    const providers = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Storage, useFactory: () => storageFor(config) },
      { provide: PubSub, useFactory: () => pubsubFor(config, databaseUrl) },
      { provide: Queue, useFactory: () => BullQueue.open({ jobs, ...queueEngine(config, databaseUrl) }) },
      { provide: Mailer, useFactory: () => mailerFor(config) },
    ];
    return { module: EnginesModule, providers, exports: [Config, Clock, Storage, PubSub, Queue, Mailer] };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled([this.pubsub.close(), this.queue.close(), this.mailer.close()]);
  }
}

export const queueEngine = ({ values }: Config, databaseUrl: string) =>
  values.REDIS_URL ? { redisUrl: values.REDIS_URL } : { databaseUrl };

function storageFor({ values }: Config): Storage {
  if (!values.S3_ENDPOINT) return new DiskStorage(join(values.MEANTIME_DATA_DIR, 'media'));
  return new MinioStorage({
    endpoint: values.S3_ENDPOINT,
    accessKey: values.S3_ACCESS_KEY,
    secretKey: values.S3_SECRET_KEY,
    bucket: values.S3_BUCKET,
    region: values.S3_REGION,
  });
}

const pubsubFor = ({ values }: Config, databaseUrl: string): Promise<PubSub> | PubSub =>
  values.REDIS_URL ? new RedisPubSub(values.REDIS_URL) : new PostgresPubSub(databaseUrl);

const mailerFor = ({ values }: Config): Mailer =>
  values.SMTP_URL ? new SmtpMailer(values.SMTP_URL, values.MAIL_FROM) : new NoMailer();
