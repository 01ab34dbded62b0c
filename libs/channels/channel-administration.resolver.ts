import { Args, Field, ID, InputType, Int, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { CurrentActor, type HubContext } from '#graph';
import { InvitationType, type InvitationView, OrganizationPayload, OrganizationService } from '#identity';
import { type Actor, Clock, type Id, localId, requireLocalId } from '#kernel';
import { AgreementService } from './agreement.service.js';
import type { ChannelVisibility } from './channel.entity.js';
import { AgreementInput } from './channel.inputs.js';
import { ChannelType, ChannelVisibilityEnum } from './channel.type.js';
import { ChannelAdministration } from './channel-administration.service.js';
import { ChannelDirectory, type ChannelEntry } from './channel-directory.js';
import { channelLimits } from './channel-name.js';
import { ChannelPayload } from './channel-verbs.resolver.js';

@InputType()
export class UpdateChannelInput {
  @Field(() => ID) channelId: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @IsOptional()
  @MaxLength(channelLimits.purpose, { message: `a channel's purpose has at most ${channelLimits.purpose} characters` })
  @Field(() => String, { nullable: true })
  purpose?: string | null;
  @Field(() => ChannelVisibilityEnum, { nullable: true }) visibility?: ChannelVisibility | null;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => Int, { nullable: true, description: 'Null: posts and recordings stay. Left out: as it was.' })
  retentionDays?: number | null;
}

@InputType()
export class ArchiveChannelInput {
  @Field(() => ID) channelId: string;
  @Field(() => Boolean) archived: boolean;
}

@InputType()
export class RemoveChannelMemberInput {
  @Field(() => ID) channelId: string;
  @Field(() => ID) memberId: string;
}

@InputType()
export class UpdateOrganizationAgreementInput {
  @ValidateNested()
  @Type(() => AgreementInput)
  @Field(() => AgreementInput)
  agreement: AgreementInput;
}

/** What is changed about a channel by who looks after it. */
@Resolver()
export class ChannelAdministrationResolver {
  constructor(
    private readonly administration: ChannelAdministration,
    private readonly agreements: AgreementService,
    private readonly organizations: OrganizationService,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => ChannelPayload)
  async updateChannel(
    @CurrentActor() actor: Actor,
    @Args('input') { channelId, ownerId, ...changes }: UpdateChannelInput,
  ): Promise<ChannelPayload> {
    const owner = ownerId ? requireLocalId('Member', ownerId, 'ownerId') : undefined;
    const asked = { ...changes, ...(owner && { ownerId: owner }) };
    return { channel: await this.administration.update(actor, localId('Channel', channelId), asked) };
  }

  @Mutation(() => ChannelPayload)
  async archiveChannel(
    @CurrentActor() actor: Actor,
    @Args('input') { channelId, archived }: ArchiveChannelInput,
  ): Promise<ChannelPayload> {
    const id = localId('Channel', channelId);
    return { channel: await this.administration.archive(actor, id, archived, this.clock.now()) };
  }

  @Mutation(() => ChannelPayload)
  async removeChannelMember(
    @CurrentActor() actor: Actor,
    @Args('input') { channelId, memberId }: RemoveChannelMemberInput,
  ): Promise<ChannelPayload> {
    const [channel, member] = [localId('Channel', channelId), localId('Member', memberId)];
    return { channel: await this.administration.removeMember(actor, channel, member) };
  }

  @Mutation(() => OrganizationPayload)
  async updateOrganizationAgreement(
    @CurrentActor() actor: Actor,
    @Args('input') { agreement }: UpdateOrganizationAgreementInput,
  ): Promise<OrganizationPayload> {
    await this.agreements.updateOrganization(actor, agreement);
    return { organization: await this.organizations.require() };
  }
}

@Resolver(() => InvitationType)
export class InvitationChannelsResolver {
  constructor(private readonly directory: ChannelDirectory) {}

  @ResolveField(() => [ChannelType])
  async channels({ channelKeys }: InvitationView, _: unknown, context: HubContext): Promise<ChannelEntry[]> {
    const loader = context.loader('invitation.channels', async (ids: readonly Id[]) => {
      await this.directory.ensure(ids);
      return Promise.all(ids.map((id) => this.directory.find(id)));
    });
    const found = await Promise.all(channelKeys.map((id) => loader.load(id)));
    return found.filter((channel) => channel !== undefined);
  }
}
