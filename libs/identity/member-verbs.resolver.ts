import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '#graph';
import { type Actor, localId, requireLocalId } from '#kernel';
import { parseLocalTime } from '#working-time';
import { AbsenceService } from './absence.service.js';
import { AccessTokenService } from './access-token.service.js';
import { CalendarService } from './calendar.service.js';
import { noSuchAbsence } from './identity.errors.js';
import {
  AddAbsenceInput,
  ChangeMemberRoleInput,
  CreateAccessTokenInput,
  DeactivateMemberInput,
  RemoveAbsenceInput,
  UpdateWorkingHoursInput,
} from './identity.inputs.js';
import { AbsencePayload, CreateAccessTokenPayload, MemberPayload } from './member.type.js';
import { MemberDirectory } from './member-directory.js';
import { MembershipChanges } from './membership-changes.service.js';

/** What members change about themselves, and administrators about them. */
@Resolver()
export class MemberVerbsResolver {
  constructor(
    private readonly memberships: MembershipChanges,
    private readonly calendars: CalendarService,
    private readonly absences: AbsenceService,
    private readonly tokens: AccessTokenService,
    private readonly directory: MemberDirectory,
  ) {}

  @Mutation(() => MemberPayload)
  async changeMemberRole(
    @CurrentActor() actor: Actor,
    @Args('input') { memberId, role }: ChangeMemberRoleInput,
  ): Promise<MemberPayload> {
    return { member: await this.memberships.changeRole(actor, localId('Member', memberId), role) };
  }

  @Mutation(() => MemberPayload)
  async deactivateMember(
    @CurrentActor() actor: Actor,
    @Args('input') { memberId }: DeactivateMemberInput,
  ): Promise<MemberPayload> {
    return { member: await this.memberships.deactivate(actor, localId('Member', memberId)) };
  }

  @Mutation(() => MemberPayload)
  async updateWorkingHours(
    @CurrentActor() actor: Actor,
    @Args('input') { timeZone, week }: UpdateWorkingHoursInput,
  ): Promise<MemberPayload> {
    const intervals = week.map(({ day, start, end }) => ({
      day,
      startMinute: parseLocalTime(start)!,
      endMinute: parseLocalTime(end)!,
    }));
    return { member: await this.calendars.updateHours(actor, timeZone, intervals) };
  }

  @Mutation(() => AbsencePayload)
  async addAbsence(
    @CurrentActor() actor: Actor,
    @Args('input') { delegateId, ...dates }: AddAbsenceInput,
  ): Promise<AbsencePayload> {
    const delegate = delegateId ? requireLocalId('Member', delegateId, 'delegateId') : null;
    return { absence: await this.absences.add(actor, { ...dates, delegateId: delegate }) };
  }

  @Mutation(() => MemberPayload)
  async removeAbsence(
    @CurrentActor() actor: Actor,
    @Args('input') { absenceId }: RemoveAbsenceInput,
  ): Promise<MemberPayload> {
    const id = localId('Absence', absenceId);
    if (!id) throw noSuchAbsence();
    await this.absences.remove(actor, id);
    return { member: (await this.directory.find(actor.memberId))! };
  }

  @Mutation(() => CreateAccessTokenPayload)
  createAccessToken(
    @CurrentActor() actor: Actor,
    @Args('input') { name, scopes, expiresAt }: CreateAccessTokenInput,
  ): Promise<CreateAccessTokenPayload> {
    return this.tokens.create(actor, name, scopes, expiresAt ?? null);
  }
}
