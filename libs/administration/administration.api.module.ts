import { Module } from '@nestjs/common';
import { AttentionModule } from '#attention';
import { ChannelsModule } from '#channels';
import { IdentityModule } from '#identity';
import { MediaModule } from '#media';
import { AdministrationResolver } from './administration.resolver.js';
import { AdministrationVerbsResolver } from './administration-verbs.resolver.js';
import { AuditEvents } from './audit-events.service.js';
import { AuditExportRoutes } from './audit-export.routes.js';
import { CsvInvitations } from './csv-invitations.service.js';
import { EngineTests } from './engine-tests.service.js';
import { HealthRepository } from './health.repository.js';
import { HealthService } from './health.service.js';
import { HealthChecks } from './health-checks.service.js';
import { FailedJobResolver, OperationsResolver } from './operations.resolver.js';
import { OverviewService } from './overview.service.js';
import { QueueAdministration } from './queue-administration.service.js';
import { RecordingTransfer } from './recording-transfer.service.js';
import { SettingOverrides } from './setting-overrides.js';
import { SignsOfLife } from './signs-of-life.js';
import { StorageUse } from './storage-use.service.js';

@Module({
  imports: [IdentityModule, ChannelsModule, MediaModule, AttentionModule],
  providers: [
    AdministrationResolver,
    AdministrationVerbsResolver,
    AuditEvents,
    AuditExportRoutes,
    CsvInvitations,
    EngineTests,
    FailedJobResolver,
    HealthChecks,
    HealthRepository,
    HealthService,
    OperationsResolver,
    OverviewService,
    QueueAdministration,
    RecordingTransfer,
    SettingOverrides,
    SignsOfLife,
    StorageUse,
  ],
  exports: [AuditEvents],
})
export class AdministrationApiModule {}
