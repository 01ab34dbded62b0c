import { type DynamicModule, Module } from '@nestjs/common';
import { AdministrationWorkerModule } from '#administration';
import { AttentionWorkerModule } from '#attention';
import { CallsWorkerModule } from '#calls';
import type { Config } from '#config';
import { DatabaseModule } from '#database';
import { ExpectationsModule } from '#expectations';
import { IdentityWorkerModule } from '#identity';
import { JobsModule } from '#jobs';
import type { Clock } from '#kernel';
import { MediaWorkerModule } from '#media';
import { PostingModule } from '#posting';
import { RepliesWorkerModule } from '#replies';
import { EnginesModule } from '../engines.module.js';
import { entities } from '../entities.js';
import { jobs } from '../jobs.js';
import { JobWorkers } from './job-workers.js';
import { MailIn } from './mail-in.js';
import { Rounds } from './rounds.js';

/** Everything that the worker does: handlers of jobs, and rounds that look for what is due. */
@Module({})
export class WorkerModule {
  static of(config: Config, clock: Clock): DynamicModule {
    const { DATABASE_URL: url } = config.values;
    return {
      module: WorkerModule,
      imports: [
        DatabaseModule.connect({ url, poolSize: 4, entities, applicationName: 'meantime-worker' }),
        EnginesModule.choose(config, clock),
        JobsModule.of(jobs),
        IdentityWorkerModule,
        MediaWorkerModule,
        ExpectationsModule,
        PostingModule,
        AttentionWorkerModule,
        CallsWorkerModule,
        RepliesWorkerModule,
        AdministrationWorkerModule,
      ],
      providers: [JobWorkers, MailIn, Rounds],
    };
  }
}
