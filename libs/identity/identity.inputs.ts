import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { DateTime, EmailAddress, LocalDate, LocalTime, TimeZone } from '#graph';
import { type Role, type TokenScope, tokenScopes } from '#kernel';
import type { Weekday } from '#working-time';
import { RoleEnum, TokenScopeEnum, WeekdayEnum } from './member.type.js';

const MAX_CHANNELS = 100;

@InputType()
export class SetUpOrganizationInput {
  @MaxLength(100, { message: 'a setup code has 12 characters, in groups of four' })
  @Field(() => String)
  setupCode: string;
  @Field(() => String) organizationName: string;
  @Field(() => String) ownerName: string;
  @Field(() => String) handle: string;
  @Field(() => EmailAddress) email: string;
  @Field(() => String) password: string;
  @Field(() => TimeZone) timeZone: string;
}

@InputType()
export class SignInInput {
  @Field(() => EmailAddress) email: string;
  @MaxLength(200, { message: 'a password has at most 200 characters' })
  @Field(() => String)
  password: string;
}

@InputType()
export class InviteMemberInput {
  @Field(() => EmailAddress) email: string;
  @Field(() => RoleEnum, { nullable: true, defaultValue: 'MEMBER' }) role?: Role | null;
  @IsOptional()
  @ArrayMaxSize(MAX_CHANNELS, { message: `name at most ${MAX_CHANNELS} channels` })
  @Field(() => [ID], { nullable: true })
  channelIds?: string[] | null;
}

@InputType()
export class AcceptInvitationInput {
  @MaxLength(200, { message: 'this is longer than the code of an invitation' })
  @Field(() => String)
  code: string;
  @Field(() => String) name: string;
  @Field(() => String) handle: string;
  @Field(() => String) password: string;
  @Field(() => TimeZone) timeZone: string;
  @Field(() => EmailAddress, { nullable: true, description: 'For a link that names nobody.' }) email?: string | null;
}

@InputType()
export class ChangeMemberRoleInput {
  @Field(() => ID) memberId: string;
  @Field(() => RoleEnum) role: Role;
}

@InputType()
export class DeactivateMemberInput {
  @Field(() => ID) memberId: string;
}

@InputType()
export class WorkingIntervalInput {
  @Field(() => WeekdayEnum) day: Weekday;
  @Field(() => LocalTime) start: string;
  @Field(() => LocalTime) end: string;
}

@InputType()
export class UpdateWorkingHoursInput {
  @Field(() => TimeZone) timeZone: string;
  @ArrayMaxSize(100, { message: 'give at most 28 intervals' })
  @Field(() => [WorkingIntervalInput])
  week: WorkingIntervalInput[];
}

@InputType()
export class AddAbsenceInput {
  @Field(() => LocalDate) from: string;
  @Field(() => LocalDate) to: string;
  @IsOptional()
  @MaxLength(200, { message: 'the note has at most 200 characters' })
  @Field(() => String, { nullable: true })
  note?: string | null;
  @Field(() => ID, { nullable: true }) delegateId?: string | null;
}

@InputType()
export class RemoveAbsenceInput {
  @Field(() => ID) absenceId: string;
}

@InputType()
export class CreateAccessTokenInput {
  @Field(() => String) name: string;
  @ArrayMaxSize(tokenScopes.length, { message: 'give each scope once' })
  @Field(() => [TokenScopeEnum])
  scopes: TokenScope[];
  @Field(() => DateTime, { nullable: true }) expiresAt?: string | null;
}
