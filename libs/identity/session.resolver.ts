import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, type HubContext, OperationContext } from '#graph';
import { type Actor, type Id, requireLocalId } from '#kernel';
import type { SignedIn } from './admission.service.js';
import { AcceptInvitationInput, InviteMemberInput, SetUpOrganizationInput, SignInInput } from './identity.inputs.js';
import { type Invitation, InvitationService } from './invitation.service.js';
import { InvitationAcceptance } from './invitation-acceptance.service.js';
import { InviteMemberPayload, OrganizationType, SignInPayload, SignOutPayload } from './member.type.js';
import { MemberDirectory } from './member-directory.js';
import { OrganizationService } from './organization.service.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';

/** Coming in and going out: set-up, sign-in, invitations. */
@Resolver()
export class SessionResolver {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly signIns: SignInService,
    private readonly invitations: InvitationService,
    private readonly acceptance: InvitationAcceptance,
    private readonly sessions: SessionService,
    private readonly directory: MemberDirectory,
  ) {}

  /** Open to everyone: who signs in wants to see where. */
  @Query(() => OrganizationType)
  organization(): Promise<object> {
    return this.organizations.require();
  }

  @Mutation(() => SignInPayload, {
    description: 'Once, with the code that the first start prints. Makes the organisation and its owner.',
  })
  async setUpOrganization(
    @OperationContext() context: HubContext,
    @Args('input') input: SetUpOrganizationInput,
  ): Promise<SignInPayload> {
    return this.signedIn(context, await this.organizations.setUp(input, context.ipAddress));
  }

  @Mutation(() => SignInPayload)
  async signIn(
    @OperationContext() context: HubContext,
    @Args('input') { email, password }: SignInInput,
  ): Promise<SignInPayload> {
    return this.signedIn(context, await this.signIns.signIn(email, password, context.ipAddress));
  }

  @Mutation(() => SignOutPayload)
  async signOut(@OperationContext() context: HubContext, @CurrentActor() actor: Actor): Promise<SignOutPayload> {
    await this.signIns.signOut(actor);
    context.setSessionCookie(undefined);
    return { signedOut: true };
  }

  @Mutation(() => InviteMemberPayload)
  inviteMember(
    @CurrentActor() actor: Actor,
    @Args('input') { email, role, channelIds }: InviteMemberInput,
  ): Promise<Invitation> {
    const channels: Id[] = (channelIds ?? []).map((id) => requireLocalId('Channel', id, 'channelIds'));
    return this.invitations.invite(actor, email, role ?? 'MEMBER', channels);
  }

  @Mutation(() => SignInPayload)
  async acceptInvitation(
    @OperationContext() context: HubContext,
    @Args('input') input: AcceptInvitationInput,
  ): Promise<SignInPayload> {
    return this.signedIn(context, await this.acceptance.accept(input.code, input, context.ipAddress));
  }

  /** Fields below `viewer` in the same answer are those of the member who has just signed in. */
  private async signedIn(context: HubContext, { memberId, token }: SignedIn): Promise<SignInPayload> {
    context.setSessionCookie(token);
    context.actor = await this.sessions.authenticate(token, context.ipAddress);
    if (context.actor && context.userAgent) await this.sessions.name(context.actor, context.userAgent);
    return { token, viewer: { member: await this.directory.find(memberId) } };
  }
}
