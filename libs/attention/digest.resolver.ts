import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, FieldArgs, ForwardPageArgs, type HubContext, type Page } from '#graph';
import { ViewerType } from '#identity';
import type { Actor } from '#kernel';
import { formatLocalTime, parseLocalTime } from '#working-time';
import { DigestService, type DigestView } from './digest.service.js';
import {
  DigestConnection,
  DigestScheduleInput,
  DigestSchedulePayload,
  DigestScheduleType,
  DigestSectionType,
  DigestType,
  PeriodArgs,
} from './digest.type.js';
import { DigestEntries, type DigestSectionView } from './digest-entries.js';
import type { DigestSchedule } from './digest-schedule.js';
import { DigestScheduleService } from './digest-schedule.service.js';

@Resolver(() => DigestType)
export class DigestResolver {
  constructor(private readonly entries: DigestEntries) {}

  @ResolveField(() => [DigestSectionType])
  sections(digest: DigestView, _: unknown, context: HubContext): Promise<DigestSectionView[]> {
    return this.entries.complete(context, digest.contents);
  }
}

@Resolver(() => ViewerType)
export class ViewerDigestsResolver {
  constructor(
    private readonly digestsOf: DigestService,
    private readonly schedules: DigestScheduleService,
  ) {}

  @ResolveField(() => DigestConnection)
  @FieldArgs(() => ForwardPageArgs)
  digests(_: object, args: ForwardPageArgs, context: HubContext): Promise<Page<DigestView>> {
    return this.digestsOf.page(context.signedIn, args);
  }

  @ResolveField(() => DigestScheduleType)
  async digestSchedule(_: object, _args: unknown, context: HubContext): Promise<DigestScheduleType> {
    return shown(await this.schedules.of(context.signedIn.memberId));
  }

  @ResolveField(() => DigestType, {
    nullable: true,
    description: 'What a digest over the period would hold, without making one.',
  })
  @FieldArgs(() => PeriodArgs)
  digestPreview(
    _: object,
    { periodStart, periodEnd }: PeriodArgs,
    context: HubContext,
  ): Promise<DigestView | undefined> {
    return this.digestsOf.preview(context.signedIn, periodStart, periodEnd);
  }

  @Mutation(() => DigestSchedulePayload)
  async updateDigestSchedule(
    @CurrentActor() actor: Actor,
    @Args('input') input: DigestScheduleInput,
  ): Promise<DigestSchedulePayload> {
    const { times, days, byEmail, enabled } = input;
    const changes: { -readonly [Part in keyof DigestSchedule]?: DigestSchedule[Part] } = {};
    if (times) changes.times = times.map((time) => parseLocalTime(time)!);
    if (days) changes.days = days;
    if (byEmail !== undefined && byEmail !== null) changes.byEmail = byEmail;
    if (enabled !== undefined && enabled !== null) changes.enabled = enabled;
    return { digestSchedule: shown(await this.schedules.update(actor, changes)) };
  }
}

const shown = ({ times, days, byEmail, enabled }: DigestSchedule): DigestScheduleType => ({
  times: times.map(formatLocalTime),
  days,
  byEmail,
  enabled,
});
