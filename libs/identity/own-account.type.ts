import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { DateTime, NodeType } from '#graph';
import type { TokenScope } from '#kernel';
import { TokenScopeEnum } from './member.type.js';
import { type Permission, permissions } from './permissions.js';

export const PermissionEnum = Object.fromEntries(permissions.map((one) => [one, one])) as Record<
  Permission,
  Permission
>;
registerEnumType(PermissionEnum, { name: 'Permission' });

@ObjectType('AccessToken', { implements: () => NodeType })
export class AccessTokenType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => [TokenScopeEnum]) scopes: TokenScope[];
  @Field(() => DateTime) createdAt: string;
  @Field(() => DateTime, { nullable: true }) expiresAt: string | null;
  @Field(() => DateTime, { nullable: true, description: 'To the hour.' }) lastUsedAt: string | null;
}

@ObjectType('Session', { implements: () => NodeType, description: 'A place where the member is signed in.' })
export class SessionType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => DateTime) createdAt: string;
  @Field(() => DateTime, { description: 'To the hour.' }) lastUsedAt: string;
  @Field(() => String, { nullable: true }) userAgent: string | null;
  @Field(() => Boolean) isCurrent: boolean;
}

@InputType()
export class UpdateProfileInput {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) handle?: string | null;
}

const passwordLength = { message: 'a password has at most 200 characters' };

@InputType()
export class ChangePasswordInput {
  @MaxLength(200, passwordLength)
  @Field(() => String)
  currentPassword: string;
  @MaxLength(200, passwordLength)
  @Field(() => String)
  newPassword: string;
}

@InputType()
export class RevokeAccessTokenInput {
  @Field(() => ID) accessTokenId: string;
}

@ObjectType('RevokeAccessTokenPayload')
export class RevokeAccessTokenPayload {
  @Field(() => ID) revokedId: string;
}

@InputType()
export class RevokeSessionInput {
  @Field(() => ID, { nullable: true }) sessionId?: string | null;
}

@ObjectType('RevokeSessionPayload')
export class RevokeSessionPayload {
  @Field(() => Int, { description: 'How many sessions ended.' }) revoked: number;
}
