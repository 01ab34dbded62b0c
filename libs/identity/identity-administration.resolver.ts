import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '#graph';
import { type Actor, localId, requireLocalId } from '#kernel';
import {
  CreateInvitationLinkInput,
  InvitationPayload,
  OrganizationPayload,
  ReactivateMemberInput,
  RevokeInvitationInput,
  RolePermissionsPayload,
  UpdateOrganizationInput,
  UpdateRolePermissionsInput,
} from './identity-administration.type.js';
import { type Invitation, InvitationService } from './invitation.service.js';
import { InviteMemberPayload, MemberPayload } from './member.type.js';
import { MembershipChanges } from './membership-changes.service.js';
import { OrganizationService } from './organization.service.js';
import { RoleService } from './role.service.js';

const LINK = { days: 7, uses: 25 } as const;

/** What administrators do about who comes in, who is here and what they may. */
@Resolver()
export class IdentityAdministrationResolver {
  constructor(
    private readonly invitations: InvitationService,
    private readonly roles: RoleService,
    private readonly memberships: MembershipChanges,
    private readonly organizations: OrganizationService,
  ) {}

  @Mutation(() => InviteMemberPayload, {
    description: 'A link for whoever has it: as shipped for 25 people within seven days.',
  })
  createInvitationLink(
    @CurrentActor() actor: Actor,
    @Args('input') { role, channelIds, expiresInDays, uses }: CreateInvitationLinkInput,
  ): Promise<Invitation> {
    return this.invitations.createLink(actor, {
      role: role ?? 'MEMBER',
      channelIds: (channelIds ?? []).map((id) => requireLocalId('Channel', id, 'channelIds')),
      expiresInDays: expiresInDays ?? LINK.days,
      uses: uses ?? LINK.uses,
    });
  }

  @Mutation(() => InvitationPayload)
  async revokeInvitation(
    @CurrentActor() actor: Actor,
    @Args('input') { invitationId }: RevokeInvitationInput,
  ): Promise<InvitationPayload> {
    return { invitation: await this.invitations.revoke(actor, localId('Invitation', invitationId)) };
  }

  @Mutation(() => RolePermissionsPayload)
  async updateRolePermissions(
    @CurrentActor() actor: Actor,
    @Args('input') { role, permissions }: UpdateRolePermissionsInput,
  ): Promise<RolePermissionsPayload> {
    return { roles: await this.roles.update(actor, role, permissions) };
  }

  @Mutation(() => MemberPayload)
  async reactivateMember(
    @CurrentActor() actor: Actor,
    @Args('input') { memberId }: ReactivateMemberInput,
  ): Promise<MemberPayload> {
    return { member: await this.memberships.reactivate(actor, localId('Member', memberId)) };
  }

  @Mutation(() => OrganizationPayload)
  async updateOrganization(
    @CurrentActor() actor: Actor,
    @Args('input') { name }: UpdateOrganizationInput,
  ): Promise<OrganizationPayload> {
    return { organization: await this.organizations.rename(actor, name ?? undefined) };
  }
}
