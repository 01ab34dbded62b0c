import { Module } from '@nestjs/common';
import { BalanceService } from './balance.service.js';
import { InsightRepository } from './insight.repository.js';
import { BalanceResolver, OrganizationInsightResolver } from './insight.resolver.js';
import { OrganizationInsightService } from './organization-insight.service.js';

@Module({
  providers: [
    BalanceResolver,
    BalanceService,
    InsightRepository,
    OrganizationInsightResolver,
    OrganizationInsightService,
  ],
})
export class InsightApiModule {}
