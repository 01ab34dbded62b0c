import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, LocalTime, NodeType, TimeZone, Url } from '#graph';
import { type Role, roles, type TokenScope, tokenScopes } from '#kernel';
import { type Weekday, weekdays } from '#working-time';

export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role])) as Record<Role, Role>;
registerEnumType(RoleEnum, { name: 'Role' });
export const TokenScopeEnum = Object.fromEntries(tokenScopes.map((scope) => [scope, scope])) as Record<
  TokenScope,
  TokenScope
>;
registerEnumType(TokenScopeEnum, { name: 'TokenScope' });
export const WeekdayEnum = Object.fromEntries(weekdays.map((day) => [day, day])) as Record<Weekday, Weekday>;
registerEnumType(WeekdayEnum, { name: 'Weekday' });

@ObjectType('WorkingInterval')
export class WorkingIntervalType {
  @Field(() => WeekdayEnum) day: Weekday;
  @Field(() => LocalTime) start: string;
  @Field(() => LocalTime) end: string;
}

@ObjectType('WorkingHours', {
  description:
    'The week in wall-clock time of the zone. Several intervals a day are split shifts; an end before its start runs past midnight.',
})
export class WorkingHoursType {
  @Field(() => TimeZone) timeZone: string;
  @Field(() => [WorkingIntervalType]) week: WorkingIntervalType[];
}

@ObjectType('TimeSpan', { description: 'The end is not in it.' })
export class TimeSpanType {
  @Field(() => DateTime) start: string;
  @Field(() => DateTime) end: string;
}

@ObjectType('Member', { implements: () => NodeType })
export class MemberType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => String) handle: string;
  @Field(() => String) name: string;
  @Field(() => Url, { nullable: true }) avatarUrl: string | null;
  @Field(() => RoleEnum) role: Role;
  @Field(() => Boolean) isBot: boolean;
  @Field(() => DateTime, { nullable: true }) deactivatedAt: string | null;
  // Made by MemberResolver: email, workingHours, isWorkingTime, nextWorkingTime, absences.
}

@ObjectType('Absence', {
  implements: () => NodeType,
  description: "First and last day away, both included, in the member's zone.",
})
export class AbsenceType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => LocalDate) from: string;
  @Field(() => LocalDate) to: string;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => MemberType, { nullable: true }) delegate: MemberType | null;
}

export const MemberConnection = connectionOf('Member', () => MemberType);

@ObjectType('Organization')
export class OrganizationType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => Url, { nullable: true }) logoUrl: string | null;
}

@ObjectType('Viewer', { description: "The signed-in member's own side of the hub." })
export class ViewerType {
  @Field(() => MemberType) member: MemberType;
}

@ObjectType('SignInPayload')
export class SignInPayload {
  @Field(() => ViewerType) viewer: object;
  @Field(() => String, {
    description: 'For the Authorization header (Bearer); browsers get the same session as an httpOnly cookie.',
  })
  token: string;
}

@ObjectType('SignOutPayload')
export class SignOutPayload {
  @Field(() => Boolean) signedOut: boolean;
}

@ObjectType('InviteMemberPayload', { description: 'The link is also e-mailed where a mail server is set.' })
export class InviteMemberPayload {
  @Field(() => Url) invitationUrl: string;
  @Field(() => String) code: string;
  @Field(() => DateTime) expiresAt: string;
}

@ObjectType('MemberPayload')
export class MemberPayload {
  @Field(() => MemberType) member: object;
}

@ObjectType('AbsencePayload')
export class AbsencePayload {
  @Field(() => AbsenceType) absence: object;
}

@ObjectType('CreateAccessTokenPayload', { description: 'The secret is shown once.' })
export class CreateAccessTokenPayload {
  @Field(() => ID) id: string;
  @Field(() => String) secret: string;
}
