import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ByteCount, CurrentActor, type HubContext } from '#graph';
import { MemberDirectory, type MemberEntry, MemberPayload, MemberType, requireScope, ViewerType } from '#identity';
import { type Actor, requireLocalId } from '#kernel';
import { FinishUploadInput, MediaPayload, UpdateAvatarInput } from './media.inputs.js';
import { MediaType } from './media.type.js';
import type { MediaView } from './media-view.js';
import { OwnMediaService } from './own-media.service.js';
import { StorageLimits, type UploadLimits } from './storage-limits.js';
import { UploadLimitsType } from './upload-limits.type.js';

@Resolver(() => ViewerType)
export class ViewerMediaResolver {
  constructor(
    private readonly own: OwnMediaService,
    private readonly limits: StorageLimits,
  ) {}

  @ResolveField(() => [MediaType], {
    description:
      'Recordings whose upload never ended (a crash, a closed tab): offered to be finished or discarded. byteSize: what is here.',
  })
  unfinishedUploads(_: object, _args: unknown, context: HubContext): Promise<MediaView[]> {
    return this.own.unfinished(context.signedIn);
  }

  @ResolveField(() => ByteCount, { description: 'Bytes of own media, renditions included.' })
  storageBytes(_: object, _args: unknown, context: HubContext): Promise<number> {
    return this.own.storageBytes(context.signedIn);
  }

  @ResolveField(() => UploadLimitsType, { description: 'What an upload may be, and how much room there is for it.' })
  uploadLimits(_: object, _args: unknown, context: HubContext): Promise<UploadLimits> {
    return this.limits.of(context.signedIn.memberId);
  }
}

@Resolver(() => MediaType)
export class OwnMediaResolver {
  constructor(
    private readonly own: OwnMediaService,
    private readonly directory: MemberDirectory,
  ) {}

  @ResolveField(() => MemberType, { description: 'Owner of the recording.' })
  async owner(media: MediaView): Promise<MemberEntry | undefined> {
    return this.directory.find(media.ownerId);
  }

  @Mutation(() => MediaPayload, {
    description: 'Ends an upload of which only a part arrived: what arrived becomes the recording.',
  })
  async finishUpload(@CurrentActor() actor: Actor, @Args('input') input: FinishUploadInput): Promise<MediaPayload> {
    requireScope(actor, 'WRITE');
    return { media: await this.own.finish(actor, requireLocalId('Media', input.mediaId, 'mediaId')) };
  }

  @Mutation(() => MemberPayload, { description: 'An own picture whose upload has ended; null: none.' })
  async updateAvatar(@CurrentActor() actor: Actor, @Args('input') input: UpdateAvatarInput): Promise<MemberPayload> {
    requireScope(actor, 'WRITE');
    const id = input.mediaId ? requireLocalId('Media', input.mediaId, 'mediaId') : null;
    return { member: await this.own.setAvatar(actor, id) };
  }
}
