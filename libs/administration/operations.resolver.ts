import { ResolveField, Resolver } from '@nestjs/graphql';
import { FieldArgs, ForwardPageArgs, type HubContext } from '#graph';
import { MediaService, MediaType, type MediaView } from '#media';
import { SearchedPageArgs, SettingsArgs } from './administration.inputs.js';
import {
  AdministrationType,
  FailedJobConnection,
  FailedJobType,
  HealthCheckType,
  MemberAccountConnection,
  OverviewType,
  QueueStateType,
  SettingViewType,
  StorageUseType,
  WaitingSampleType,
} from './administration.type.js';
import { HealthChecks } from './health-checks.service.js';
import { type AccountView, OverviewService } from './overview.service.js';
import { type CountedPage, type FailedJobView, QueueAdministration } from './queue-administration.service.js';
import { SettingOverrides, type SettingView } from './setting-overrides.js';
import { StorageUse } from './storage-use.service.js';

/** How the hub runs, below the door of AdministrationResolver. */
@Resolver(() => AdministrationType)
export class OperationsResolver {
  constructor(
    private readonly numbers: OverviewService,
    private readonly queueing: QueueAdministration,
    private readonly stored: StorageUse,
    private readonly looks: HealthChecks,
    private readonly overrides: SettingOverrides,
  ) {}

  @ResolveField(() => OverviewType)
  overview(): Promise<OverviewType> {
    return this.numbers.overview();
  }

  @ResolveField(() => MemberAccountConnection, {
    description: 'Who the people are: name, role, zone, hours, last digest, space.',
  })
  @FieldArgs(() => SearchedPageArgs)
  memberAccounts(_: object, args: SearchedPageArgs): Promise<CountedPage<AccountView>> {
    return this.numbers.accounts(args);
  }

  @ResolveField(() => StorageUseType)
  storage(): Promise<StorageUseType> {
    return this.stored.use();
  }

  @ResolveField(() => [QueueStateType])
  queues(): Promise<QueueStateType[]> {
    return this.queueing.states();
  }

  @ResolveField(() => [WaitingSampleType], {
    description: 'Jobs waiting, sampled every 15 minutes for the last 24 hours, oldest first.',
  })
  waitingHistory(): Promise<WaitingSampleType[]> {
    return this.queueing.waitingHistory();
  }

  @ResolveField(() => FailedJobConnection, { description: 'Newest first.' })
  @FieldArgs(() => ForwardPageArgs)
  failedJobs(_: object, args: ForwardPageArgs): Promise<CountedPage<FailedJobView>> {
    return this.queueing.page(args);
  }

  @ResolveField(() => [HealthCheckType])
  checks(): Promise<HealthCheckType[]> {
    return this.looks.checks();
  }

  @ResolveField(() => [SettingViewType])
  @FieldArgs(() => SettingsArgs)
  settings(_: object, { query }: SettingsArgs): Promise<SettingView[]> {
    return this.overrides.all(query ?? null);
  }
}

@Resolver(() => FailedJobType)
export class FailedJobResolver {
  constructor(private readonly items: MediaService) {}

  @ResolveField(() => MediaType, { nullable: true })
  media({ mediaKey }: FailedJobView, _: unknown, context: HubContext): Promise<MediaView | undefined> | null {
    return mediaKey ? this.items.loader(context).load(mediaKey) : null;
  }
}
