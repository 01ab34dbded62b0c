import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type HubContext } from '#graph';
import { requireScope } from '#identity';
import { type Actor, requireLocalId } from '#kernel';
import { MediaPayload } from '../media.inputs.js';
import { MediaType } from '../media.type.js';
import type { MediaView } from '../media-view.js';
import { TranscriptService, type TranscriptView } from './transcript.service.js';
import { EditTranscriptInput, TranscriptType } from './transcript.type.js';

@Resolver(() => MediaType)
export class TranscriptResolver {
  constructor(private readonly transcripts: TranscriptService) {}

  @ResolveField(() => TranscriptType, { nullable: true })
  transcript(media: MediaView, _: unknown, context: HubContext): Promise<TranscriptView | null> | null {
    return media.transcriptStatus === 'READY' ? this.transcripts.loader(context).load(media.key) : null;
  }

  @Mutation(() => MediaPayload)
  async editTranscript(
    @CurrentActor() actor: Actor,
    @Args('input') { mediaId, segments }: EditTranscriptInput,
  ): Promise<MediaPayload> {
    requireScope(actor, 'WRITE');
    return { media: await this.transcripts.edit(actor, requireLocalId('Media', mediaId, 'mediaId'), segments) };
  }
}
