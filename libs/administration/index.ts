export { AdministrationApiModule } from './administration.api.module.js';
export { SettingOverrideEntity, SignOfLifeEntity } from './administration.entity.js';
export { AdministrationWorkerModule } from './administration.worker.module.js';
export { AuditEvents } from './audit-events.service.js';
export { FailedJobSubjects } from './failed-job-subjects.js';
export { FailureReports } from './failure-reports.service.js';
export { Retention } from './retention.service.js';
export { SettingOverrides } from './setting-overrides.js';
export { SignsOfLife } from './signs-of-life.js';
