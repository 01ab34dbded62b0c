import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { AdministrationResolver } from './administration.resolver.js';
import { HealthRepository } from './health.repository.js';
import { HealthService } from './health.service.js';

@Module({ imports: [IdentityModule], providers: [AdministrationResolver, HealthRepository, HealthService] })
export class AdministrationApiModule {}
