import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { connectionOf, DateTime, EmailAddress, NodeType, Url } from '#graph';
import { type Permission, permissions, type Role } from '#kernel';
import { MemberType, OrganizationType, RoleEnum } from './member.type.js';
import { PermissionEnum } from './own-account.type.js';

const MAX_CHANNELS = 100;

@ObjectType('Invitation', { implements: () => NodeType })
export class InvitationType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => EmailAddress, { nullable: true, description: 'Null: a link for whoever has it.' }) email: string | null;
  @Field(() => RoleEnum) role: Role;
  @Field(() => Int, { description: 'How often it can still be used.' }) usesLeft: number;
  @Field(() => DateTime) createdAt: string;
  @Field(() => DateTime) expiresAt: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was used last.' }) acceptedAt: string | null;
  @Field(() => DateTime, { nullable: true }) revokedAt: string | null;
  @Field(() => MemberType, { nullable: true }) invitedBy: object | null;
  @Field(() => String, { nullable: true, description: 'Why the mail did not arrive, in words.' })
  mailFailure: string | null;
  @Field(() => Url, { nullable: true, description: 'Null: the link is shown once, to who made it.' })
  invitationUrl: string | null;
  // Made by channels: channels.
}

export const InvitationConnection = connectionOf('Invitation', () => InvitationType);

@ObjectType('InvitationPayload')
export class InvitationPayload {
  @Field(() => InvitationType) invitation: object;
}

@ObjectType('RolePermissions')
export class RolePermissionsType {
  @Field(() => RoleEnum) role: Role;
  @Field(() => [PermissionEnum]) permissions: readonly Permission[];
  @Field(() => [PermissionEnum], { description: "Permissions that this role cannot lose (the owner's)." })
  locked: readonly Permission[];
}

@ObjectType('RolePermissionsPayload')
export class RolePermissionsPayload {
  @Field(() => [RolePermissionsType]) roles: object[];
}

@ObjectType('OrganizationPayload')
export class OrganizationPayload {
  @Field(() => OrganizationType) organization: object;
}

@InputType()
export class CreateInvitationLinkInput {
  @Field(() => RoleEnum, { nullable: true }) role?: Role | null;
  @IsOptional()
  @ArrayMaxSize(MAX_CHANNELS, { message: `name at most ${MAX_CHANNELS} channels` })
  @Field(() => [ID], { nullable: true })
  channelIds?: string[] | null;
  @Field(() => Int, { nullable: true }) expiresInDays?: number | null;
  @Field(() => Int, { nullable: true }) uses?: number | null;
}

@InputType()
export class RevokeInvitationInput {
  @Field(() => ID) invitationId: string;
}

@InputType()
export class UpdateRolePermissionsInput {
  @Field(() => RoleEnum) role: Role;
  @ArrayMaxSize(permissions.length, { message: 'give each permission once' })
  @Field(() => [PermissionEnum])
  permissions: Permission[];
}

@InputType()
export class ReactivateMemberInput {
  @Field(() => ID) memberId: string;
}

@InputType()
export class UpdateOrganizationInput {
  @IsOptional()
  @MaxLength(200, { message: 'a name has at most 100 characters' })
  @Field(() => String, { nullable: true })
  name?: string | null;
}
