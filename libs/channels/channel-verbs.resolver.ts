import { Args, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '#graph';
import { type Actor, type Id, localId, requireLocalId } from '#kernel';
import { AgreementService } from './agreement.service.js';
import {
  AddChannelMembersInput,
  CreateChannelInput,
  JoinChannelInput,
  LeaveChannelInput,
  UpdateChannelAgreementInput,
} from './channel.inputs.js';
import { ChannelType } from './channel.type.js';
import { ChannelCreation } from './channel-creation.service.js';
import { MembershipService } from './membership.service.js';

@ObjectType('ChannelPayload')
export class ChannelPayload {
  @Field(() => ChannelType) channel: object;
}

const membersIn = (ids: readonly string[]): Id[] => ids.map((id) => requireLocalId('Member', id, 'memberIds'));

@Resolver()
export class ChannelMutations {
  constructor(
    private readonly creation: ChannelCreation,
    private readonly memberships: MembershipService,
    private readonly agreements: AgreementService,
  ) {}

  @Mutation(() => ChannelPayload)
  async createChannel(@CurrentActor() actor: Actor, @Args('input') input: CreateChannelInput): Promise<ChannelPayload> {
    const { name, slug, purpose, visibility, memberIds } = input;
    const channel = await this.creation.create(actor, {
      name,
      slug,
      purpose: purpose ?? '',
      visibility: visibility ?? 'PUBLIC',
      memberIds: membersIn(memberIds ?? []),
    });
    return { channel };
  }

  @Mutation(() => ChannelPayload)
  async joinChannel(@CurrentActor() actor: Actor, @Args('input') input: JoinChannelInput): Promise<ChannelPayload> {
    return { channel: await this.memberships.join(actor, localId('Channel', input.channelId)) };
  }

  @Mutation(() => ChannelPayload)
  async leaveChannel(@CurrentActor() actor: Actor, @Args('input') input: LeaveChannelInput): Promise<ChannelPayload> {
    return { channel: await this.memberships.leave(actor, localId('Channel', input.channelId)) };
  }

  @Mutation(() => ChannelPayload)
  async addChannelMembers(
    @CurrentActor() actor: Actor,
    @Args('input') { channelId, memberIds }: AddChannelMembersInput,
  ): Promise<ChannelPayload> {
    return { channel: await this.memberships.add(actor, localId('Channel', channelId), membersIn(memberIds)) };
  }

  @Mutation(() => ChannelPayload)
  async updateChannelAgreement(
    @CurrentActor() actor: Actor,
    @Args('input') { channelId, agreement }: UpdateChannelAgreementInput,
  ): Promise<ChannelPayload> {
    return { channel: await this.agreements.updateChannel(actor, localId('Channel', channelId), agreement) };
  }
}
