import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '#graph';
import { type Actor, type Id, localId, requireLocalId } from '#kernel';
import { GroupService, type GroupView } from './group.service.js';
import {
  CreateGroupInput,
  GroupPayload,
  GroupType,
  RemoveGroupInput,
  RemoveGroupPayload,
  UpdateGroupInput,
} from './group.type.js';

@Resolver(() => GroupType)
export class GroupResolver {
  constructor(private readonly service: GroupService) {}

  @Query(() => [GroupType], { description: 'By name.' })
  groups(@CurrentActor() _actor: Actor): Promise<GroupView[]> {
    return this.service.all();
  }

  @Mutation(() => GroupPayload)
  async createGroup(
    @CurrentActor() actor: Actor,
    @Args('input') { handle, name, memberIds }: CreateGroupInput,
  ): Promise<GroupPayload> {
    return { group: await this.service.create(actor, handle, name, memberIds.map(memberId)) };
  }

  @Mutation(() => GroupPayload)
  async updateGroup(
    @CurrentActor() actor: Actor,
    @Args('input') { groupId, name, memberIds }: UpdateGroupInput,
  ): Promise<GroupPayload> {
    const changes = { name, memberIds: memberIds?.map(memberId) };
    return { group: await this.service.update(actor, localId('Group', groupId), changes) };
  }

  @Mutation(() => RemoveGroupPayload)
  async removeGroup(
    @CurrentActor() actor: Actor,
    @Args('input') { groupId }: RemoveGroupInput,
  ): Promise<RemoveGroupPayload> {
    await this.service.remove(actor, localId('Group', groupId));
    return { groups: await this.service.all() };
  }
}

const memberId = (id: string): Id => requireLocalId('Member', id, 'memberIds');
