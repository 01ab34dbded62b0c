import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '#graph';
import { requireScope } from '#identity';
import { type Actor, localId, requireLocalId } from '#kernel';
import { DirectUploads } from './direct-uploads.js';
import {
  CancelProcessingInput,
  CreateUploadInput,
  CreateUploadPayload,
  MediaPayload,
  RetryMediaInput,
} from './media.inputs.js';
import { MediaService } from './media.service.js';
import { MediaType } from './media.type.js';
import { UploadService } from './upload.service.js';

@Resolver(() => MediaType)
export class MediaResolver {
  constructor(
    private readonly items: MediaService,
    private readonly uploads: UploadService,
    private readonly direct: DirectUploads,
  ) {}

  @Query(() => MediaType, { nullable: true })
  async media(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<MediaType | undefined> {
    const key = localId('Media', id);
    return key ? this.items.find(actor, key) : undefined;
  }

  @Mutation(() => CreateUploadPayload, {
    description:
      'Opens a resumable upload (tus 1.0) at uploadUrl. Without a byteSize the length is said at its end: a recording under way.',
  })
  async createUpload(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateUploadInput,
  ): Promise<CreateUploadPayload> {
    requireScope(actor, 'WRITE');
    const { media, uploadUrl } = await this.uploads.create(actor, input);
    const directUpload = input.direct ? await this.direct.offer(media.key, input.byteSize ?? null) : null;
    return { media, uploadUrl, directUpload };
  }

  @Mutation(() => MediaPayload)
  async retryMedia(@CurrentActor() actor: Actor, @Args('input') input: RetryMediaInput): Promise<MediaPayload> {
    requireScope(actor, 'WRITE');
    return { media: await this.items.retry(actor, requireLocalId('Media', input.mediaId, 'mediaId')) };
  }

  @Mutation(() => MediaPayload, {
    description: 'Ends the making of renditions. The original stays; retryMedia begins anew.',
  })
  async cancelProcessing(
    @CurrentActor() actor: Actor,
    @Args('input') input: CancelProcessingInput,
  ): Promise<MediaPayload> {
    requireScope(actor, 'WRITE');
    return { media: await this.items.cancel(actor, requireLocalId('Media', input.mediaId, 'mediaId')) };
  }
}
