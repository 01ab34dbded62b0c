import { Args, Int, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, FieldArgs, ForwardPageArgs, type HubContext, type Page } from '#graph';
import {
  MemberConnection,
  MemberDirectory,
  type MemberEntry,
  MemberType,
  OrganizationType,
  type ViewerParent,
  ViewerType,
} from '#identity';
import { type Actor, localId } from '#kernel';
import type { Agreement } from './agreement.js';
import { AgreementService } from './agreement.service.js';
import type { Involvement } from './channel.entity.js';
import { ChannelArgs } from './channel.inputs.js';
import { ChannelService, type ChannelView } from './channel.service.js';
import { AgreementType, ChannelConnection, ChannelType, InvolvementEnum } from './channel.type.js';
import type { ChannelEntry } from './channel-directory.js';
import { ChannelMembers } from './channel-members.js';
import { oneOfIdAndSlug } from './channels.errors.js';

/** A channel that came with the viewer's membership (null: none), or, inside other things, without. */
type ChannelParent = ChannelEntry & Partial<Pick<ChannelView, 'membership'>>;

@Resolver(() => ChannelType)
export class ChannelResolver {
  constructor(
    private readonly service: ChannelService,
    private readonly people: ChannelMembers,
    private readonly directory: MemberDirectory,
  ) {}

  @Query(() => ChannelType, { nullable: true })
  async channel(@CurrentActor() actor: Actor, @Args() { id, slug }: ChannelArgs): Promise<ChannelView | undefined> {
    if (typeof id === typeof slug) throw oneOfIdAndSlug();
    return typeof id === 'string'
      ? this.service.find(actor, localId('Channel', id))
      : this.service.findBySlug(actor, slug!);
  }

  @Query(() => ChannelConnection)
  channels(@CurrentActor() actor: Actor, @Args() args: ForwardPageArgs): Promise<Page<ChannelView>> {
    return this.service.page(actor, args);
  }

  @ResolveField(() => Boolean)
  viewerIsMember({ key, membership }: ChannelParent, _: unknown, context: HubContext): boolean | Promise<boolean> {
    if (membership !== undefined) return membership !== null;
    return this.people
      .viewersMembership(context)
      .load(key)
      .then((loaded) => loaded !== null);
  }

  @ResolveField(() => InvolvementEnum, { description: 'MUTED where the viewer is no member.' })
  viewerInvolvement(
    { key, membership }: ChannelParent,
    _: unknown,
    context: HubContext,
  ): Involvement | Promise<Involvement> {
    if (membership !== undefined) return membership?.involvement ?? 'MUTED';
    return this.people
      .viewersMembership(context)
      .load(key)
      .then((loaded) => loaded?.involvement ?? 'MUTED');
  }

  @ResolveField(() => MemberConnection)
  @FieldArgs(() => ForwardPageArgs)
  members(channel: ChannelParent, args: ForwardPageArgs, context: HubContext): Promise<Page<MemberEntry>> {
    return this.people.page(context, channel.key, args);
  }

  @ResolveField(() => Int, { description: 'Active members.' })
  memberCount(channel: ChannelParent, _: unknown, context: HubContext): Promise<number> {
    return this.people.counts(context).load(channel.key);
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'Who looks after it.' })
  async owner(channel: ChannelParent): Promise<MemberEntry | undefined> {
    return this.directory.find(channel.ownerId);
  }
}

@Resolver(() => ViewerType)
export class ViewerChannelsResolver {
  constructor(private readonly service: ChannelService) {}

  @ResolveField(() => ChannelConnection)
  @FieldArgs(() => ForwardPageArgs)
  channels(viewer: ViewerParent, args: ForwardPageArgs): Promise<Page<ChannelView>> {
    return this.service.pageOfMember(viewer.member.key, args);
  }
}

@Resolver(() => OrganizationType)
export class OrganizationAgreementResolver {
  constructor(private readonly agreements: AgreementService) {}

  /** For members: the organisation's name is open to whoever signs in, its agreement is its own. */
  @ResolveField(() => AgreementType)
  async agreement(_: object, _args: unknown, context: HubContext): Promise<Agreement> {
    context.requireSignedIn();
    return this.agreements.ofOrganization();
  }
}
