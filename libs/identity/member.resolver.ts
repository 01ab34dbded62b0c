import { Args, ArgsType, Field, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, DateTime, EmailAddress, ForwardPageArgs, type HubContext, type Page } from '#graph';
import { type Actor, Clock, HubError, localId } from '#kernel';
import { formatLocalTime, isWorkingTime, nextWorkingTime } from '#working-time';
import { AbsenceService } from './absence.service.js';
import { CalendarService } from './calendar.service.js';
import { MemberService } from './member.service.js';
import { AbsenceType, MemberConnection, MemberType, WorkingHoursType } from './member.type.js';
import type { MemberEntry } from './member-directory.js';
import { maySeeAddress } from './permission.policy.js';

@ArgsType()
export class MemberPageArgs extends ForwardPageArgs {
  @Field(() => String, { nullable: true }) query?: string | null;
}

@Resolver(() => MemberType)
export class MemberResolver {
  constructor(
    private readonly members: MemberService,
    private readonly absencesOf: AbsenceService,
    private readonly calendars: CalendarService,
    private readonly clock: Clock,
  ) {}

  @Query(() => MemberType, { nullable: true })
  async member(
    @CurrentActor() _actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<MemberEntry | undefined> {
    const key = localId('Member', id);
    return key ? this.members.find(key) : undefined;
  }

  @Query(() => MemberConnection, { name: 'members' })
  page(@CurrentActor() _actor: Actor, @Args() args: MemberPageArgs): Promise<Page<MemberEntry>> {
    return this.members.page(args, { byAddress: false, withDeactivated: false });
  }

  @ResolveField(() => EmailAddress, {
    nullable: true,
    description: 'To oneself and to administrators; null for others.',
  })
  email(member: MemberEntry, _: unknown, context: HubContext): string | null {
    return maySeeAddress(context.actor, member.key) ? member.address : null;
  }

  @ResolveField(() => WorkingHoursType)
  workingHours(member: MemberEntry): WorkingHoursType {
    return {
      timeZone: member.timeZone,
      week: member.week.map(({ day, startMinute, endMinute }) => ({
        day,
        start: formatLocalTime(startMinute),
        end: formatLocalTime(endMinute),
      })),
    };
  }

  @ResolveField(() => Boolean, {
    description: 'Inside working hours now, from the calendar alone: says nothing of presence.',
  })
  async isWorkingTime(member: MemberEntry, _: unknown, context: HubContext): Promise<boolean> {
    return isWorkingTime(await this.calendars.loader(context).load(member.key), this.clock.nowMs());
  }

  @ResolveField(() => DateTime, { nullable: true })
  async nextWorkingTime(member: MemberEntry, _: unknown, context: HubContext): Promise<string | null> {
    const calendar = await this.calendars.loader(context).load(member.key);
    try {
      return new Date(nextWorkingTime(calendar, this.clock.nowMs())).toISOString();
    } catch (error) {
      if (error instanceof HubError && error.reason === 'calendar.no_working_time') return null;
      throw error;
    }
  }

  @ResolveField(() => [AbsenceType])
  absences(member: MemberEntry, _: unknown, context: HubContext): Promise<AbsenceType[]> {
    return this.absencesOf.loader(context).load(member.key);
  }
}
