import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type HubContext } from '#graph';
import { type Actor, localId } from '#kernel';
import { CalendarService } from './calendar.service.js';
import { MemberPayload, TimeSpanType, ViewerType } from './member.type.js';
import { OwnAccountService } from './own-account.service.js';
import {
  AccessTokenType,
  ChangePasswordInput,
  PermissionEnum,
  RevokeAccessTokenInput,
  RevokeAccessTokenPayload,
  RevokeSessionInput,
  RevokeSessionPayload,
  SessionType,
  UpdateProfileInput,
} from './own-account.type.js';
import { may } from './permission.policy.js';
import { type Permission, permissions } from './permissions.js';
import { PreferencesService } from './preferences.service.js';
import { PreferencesInput, PreferencesPayload, PreferencesType } from './preferences.type.js';
import type { TimeSpan } from './working-times.js';

/** The account that the viewer has: preferences, where they are signed in, what they may do. */
@Resolver(() => ViewerType)
export class OwnAccountResolver {
  constructor(
    private readonly account: OwnAccountService,
    private readonly wishes: PreferencesService,
    private readonly calendars: CalendarService,
  ) {}

  @ResolveField(() => PreferencesType)
  preferences(_: object, _args: unknown, context: HubContext): Promise<PreferencesType> {
    return this.wishes.of(context.signedIn.memberId);
  }

  @ResolveField(() => [AccessTokenType], { description: 'Newest first, without revoked ones.' })
  accessTokens(_: object, _args: unknown, context: HubContext): Promise<AccessTokenType[]> {
    return this.account.tokensOf(context.signedIn);
  }

  @ResolveField(() => [SessionType], { description: 'Used last first.' })
  sessions(_: object, _args: unknown, context: HubContext): Promise<SessionType[]> {
    return this.account.sessionsOf(context.signedIn);
  }

  @ResolveField(() => [PermissionEnum])
  permissions(_: object, _args: unknown, context: HubContext): readonly Permission[] {
    return permissions.filter((one) => may(context.signedIn, one));
  }

  @Query(() => [TimeSpanType], {
    description: 'The working time that these people share in the coming seven days, at most 20 intervals.',
  })
  overlap(
    @CurrentActor() _actor: Actor,
    @Args('memberIds', { type: () => [ID] }) memberIds: string[],
  ): Promise<TimeSpan[]> {
    return this.calendars.overlap(memberIds.map((id) => localId('Member', id)));
  }

  @Mutation(() => PreferencesPayload)
  async updatePreferences(
    @CurrentActor() actor: Actor,
    @Args('input') input: PreferencesInput,
  ): Promise<PreferencesPayload> {
    return { preferences: await this.wishes.update(actor, input) };
  }

  @Mutation(() => MemberPayload)
  async updateProfile(@CurrentActor() actor: Actor, @Args('input') input: UpdateProfileInput): Promise<MemberPayload> {
    return { member: await this.account.updateProfile(actor, input) };
  }

  @Mutation(() => MemberPayload, { description: 'Ends every other session.' })
  async changePassword(
    @CurrentActor() actor: Actor,
    @Args('input') { currentPassword, newPassword }: ChangePasswordInput,
  ): Promise<MemberPayload> {
    return { member: await this.account.changePassword(actor, currentPassword, newPassword) };
  }

  @Mutation(() => RevokeAccessTokenPayload)
  async revokeAccessToken(
    @CurrentActor() actor: Actor,
    @Args('input') { accessTokenId }: RevokeAccessTokenInput,
  ): Promise<RevokeAccessTokenPayload> {
    await this.account.revokeToken(actor, localId('AccessToken', accessTokenId));
    return { revokedId: accessTokenId };
  }

  @Mutation(() => RevokeSessionPayload, { description: 'Signs out one other session, or all others without an id.' })
  async revokeSession(
    @CurrentActor() actor: Actor,
    @Args('input') { sessionId }: RevokeSessionInput,
  ): Promise<RevokeSessionPayload> {
    return { revoked: await this.account.revokeSession(actor, sessionId ? localId('Session', sessionId) : null) };
  }
}
