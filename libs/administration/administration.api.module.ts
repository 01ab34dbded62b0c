import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { AdministrationResolver } from './administration.resolver.js';
import { AuditEvents } from './audit-events.service.js';
import { HealthRepository } from './health.repository.js';
import { HealthService } from './health.service.js';

@Module({
  imports: [IdentityModule],
  providers: [AdministrationResolver, AuditEvents, HealthRepository, HealthService],
  exports: [AuditEvents],
})
export class AdministrationApiModule {}
