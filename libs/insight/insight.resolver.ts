import { ResolveField, Resolver } from '@nestjs/graphql';
import { AdministrationType } from '#administration';
import { FieldArgs } from '#graph';
import { type ViewerParent, ViewerType } from '#identity';
import { type Balance, BalanceService } from './balance.service.js';
import { BalanceArgs, BalanceType, InsightArgs, OrganizationInsightType } from './insight.type.js';
import { type OrganizationInsight, OrganizationInsightService } from './organization-insight.service.js';

@Resolver(() => ViewerType)
export class BalanceResolver {
  constructor(private readonly balances: BalanceService) {}

  @ResolveField(() => BalanceType, { description: 'What you ask of others and others of you, week by week.' })
  @FieldArgs(() => BalanceArgs)
  balance({ member }: ViewerParent, { from, to }: BalanceArgs): Promise<Balance> {
    return this.balances.of(member, from, to);
  }
}

@Resolver(() => AdministrationType)
export class OrganizationInsightResolver {
  constructor(private readonly aggregates: OrganizationInsightService) {}

  @ResolveField(() => OrganizationInsightType, { description: 'Sums only, of at least five people each.' })
  @FieldArgs(() => InsightArgs)
  insight(_: object, { period, start }: InsightArgs): Promise<OrganizationInsight> {
    return this.aggregates.of(period, start);
  }
}
