import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Job } from '#queue';
import { JobHistory } from './failed-job.repository.js';
import { JobCatalogue } from './job-catalogue.js';
import { Jobs } from './jobs.js';
import { OutboxRepository } from './outbox.repository.js';

@Global()
@Module({})
export class JobsModule {
  static of(jobs: readonly Job[]): DynamicModule {
    return {
      module: JobsModule,
      providers: [{ provide: JobCatalogue, useValue: new JobCatalogue(jobs) }, OutboxRepository, Jobs, JobHistory],
      exports: [JobCatalogue, Jobs, JobHistory],
    };
  }
}
