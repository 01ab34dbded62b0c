export { FailedJobEntity, JobDurationEntity, WaitingSampleEntity } from './failed-job.entity.js';
export { type FailedJobRow, JobHistory } from './failed-job.repository.js';
export { JobCatalogue } from './job-catalogue.js';
export { Jobs } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export { OutboxEntity } from './outbox.entity.js';
