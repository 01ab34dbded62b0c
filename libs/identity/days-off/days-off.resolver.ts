import { Args, ArgsType, Field, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Max, Min } from 'class-validator';
import { CurrentActor, FieldArgs, type HubContext } from '#graph';
import { type Actor, localId } from '#kernel';
import { ViewerType } from '../member.type.js';
import { requirePermission } from '../permission.policy.js';
import { DaysOffService } from './days-off.service.js';
import {
  AddFocusBlockInput,
  AddOrganizationDayInput,
  FocusBlocksPayload,
  FocusBlockType,
  HolidayRegionPayload,
  HolidayRegionType,
  HolidayType,
  OrganizationDaysPayload,
  OrganizationDayType,
  RemoveFocusBlockInput,
  RemoveOrganizationDayInput,
  SetHolidayRegionInput,
} from './days-off.type.js';
import { holidayCountries, holidayRegionsOf } from './public-holidays.js';

const year = { message: 'the year is 2000 to 2100' };

@ArgsType()
export class HolidaysArgs {
  @Min(2000, year)
  @Max(2100, year)
  @Field(() => Int)
  year: number;
}

@Resolver(() => ViewerType)
export class DaysOffResolver {
  constructor(private readonly service: DaysOffService) {}

  @ResolveField(() => String, { nullable: true, description: 'Whose public holidays are off: DE, DE-BE; null: none.' })
  holidayRegion(_: object, _args: unknown, context: HubContext): Promise<string | null> {
    return this.service.region(context.signedIn.memberId);
  }

  @ResolveField(() => [HolidayType], {
    description: "Public holidays of the viewer's region and the organisation's days.",
  })
  @FieldArgs(() => HolidaysArgs)
  holidays(_: object, args: HolidaysArgs, context: HubContext): Promise<HolidayType[]> {
    return this.service.holidays(context.signedIn.memberId, args.year);
  }

  @ResolveField(() => [FocusBlockType], { description: 'What is not over, by start.' })
  focusBlocks(_: object, _args: unknown, context: HubContext): Promise<FocusBlockType[]> {
    return this.service.focusBlocks(context.signedIn.memberId);
  }

  @Query(() => [HolidayRegionType], {
    description: 'Countries whose public holidays are known; with a country, its regions that have some of their own.',
  })
  holidayRegions(
    @CurrentActor() _actor: Actor,
    @Args('country', { type: () => String, nullable: true }) country?: string | null,
    @Args('language', { type: () => String, nullable: true }) language?: string | null,
  ): HolidayRegionType[] {
    const spoken = language?.slice(0, 2) ?? 'en';
    return country ? holidayRegionsOf(country.slice(0, 2), spoken) : holidayCountries(spoken);
  }

  @Query(() => [OrganizationDayType], { description: 'By date.' })
  organizationDays(@CurrentActor() _actor: Actor): Promise<OrganizationDayType[]> {
    return this.service.organizationDays();
  }

  @Mutation(() => HolidayRegionPayload)
  async setHolidayRegion(
    @CurrentActor() actor: Actor,
    @Args('input') { region }: SetHolidayRegionInput,
  ): Promise<HolidayRegionPayload> {
    await this.service.setRegion(actor, region ?? null);
    return { region: region ?? null };
  }

  @Mutation(() => OrganizationDaysPayload)
  async addOrganizationDay(
    @CurrentActor() actor: Actor,
    @Args('input') { date, name }: AddOrganizationDayInput,
  ): Promise<OrganizationDaysPayload> {
    requirePermission(actor, 'MANAGE_SETTINGS');
    await this.service.addDay(actor, date, name);
    return { organizationDays: await this.service.organizationDays() };
  }

  @Mutation(() => OrganizationDaysPayload)
  async removeOrganizationDay(
    @CurrentActor() actor: Actor,
    @Args('input') { id }: RemoveOrganizationDayInput,
  ): Promise<OrganizationDaysPayload> {
    requirePermission(actor, 'MANAGE_SETTINGS');
    await this.service.removeDay(actor, localId('OrganizationDay', id));
    return { organizationDays: await this.service.organizationDays() };
  }

  @Mutation(() => FocusBlocksPayload)
  async addFocusBlock(
    @CurrentActor() actor: Actor,
    @Args('input') { start, end, note }: AddFocusBlockInput,
  ): Promise<FocusBlocksPayload> {
    await this.service.addBlock(actor, start, end, note ?? null);
    return { focusBlocks: await this.service.focusBlocks(actor.memberId) };
  }

  @Mutation(() => FocusBlocksPayload)
  async removeFocusBlock(
    @CurrentActor() actor: Actor,
    @Args('input') { id }: RemoveFocusBlockInput,
  ): Promise<FocusBlocksPayload> {
    await this.service.removeBlock(actor, localId('FocusBlock', id));
    return { focusBlocks: await this.service.focusBlocks(actor.memberId) };
  }
}
