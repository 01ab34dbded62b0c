import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { FailedJobSubjects } from './failed-job-subjects.js';
import { FailureReports } from './failure-reports.service.js';
import { Retention } from './retention.service.js';
import { SettingOverrides } from './setting-overrides.js';
import { SignsOfLife } from './signs-of-life.js';

@Module({
  imports: [IdentityModule],
  providers: [FailedJobSubjects, FailureReports, Retention, SettingOverrides, SignsOfLife],
  exports: [FailureReports, Retention, SettingOverrides, SignsOfLife],
})
export class AdministrationWorkerModule {}
