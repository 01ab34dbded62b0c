import {
  Args,
  ArgsType,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import {
  ByteCount,
  CurrentActor,
  connectionOf,
  DateTime,
  FieldArgs,
  ForwardPageArgs,
  type HubContext,
  NodeType,
} from '#graph';
import { type MemberEntry, MemberType, requireScope, ViewerType } from '#identity';
import { type Actor, localId } from '#kernel';
import { MediaService, MediaType, type MediaView } from '#media';
import { PostService } from '../post.service.js';
import { PostType } from '../post.type.js';
import type { PostView } from '../post-view.js';
import { type RecordingPage, RecordingService, type RecordingView } from './recording.service.js';

@ObjectType('Recording', { implements: () => NodeType, description: 'An own media item, and where it is used.' })
export class RecordingType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => DateTime) createdAt: string;
  @Field(() => ByteCount, { description: 'Bytes with its renditions.' }) storedBytes: number;
  // Made by RecordingResolver: media, post, seenBy.
}

@ObjectType('RecordingConnection')
export class RecordingConnection extends connectionOf('Recording', () => RecordingType) {
  @Field(() => Int) totalCount: number;
}

@ArgsType()
export class RecordingPageArgs extends ForwardPageArgs {
  @Field(() => String, { nullable: true }) query?: string | null;
}

@InputType()
export class DeleteMediaInput {
  @Field(() => ID) mediaId: string;
}

@ObjectType('DeleteMediaPayload')
export class DeleteMediaPayload {
  @Field(() => ID) deletedId: string;
}

@Resolver(() => ViewerType)
export class ViewerRecordingsResolver {
  constructor(private readonly own: RecordingService) {}

  @ResolveField(() => RecordingConnection, {
    description: "Own media, newest first; query filters by filename and by the thread's title.",
  })
  @FieldArgs(() => RecordingPageArgs)
  recordings(_: object, args: RecordingPageArgs, context: HubContext): Promise<RecordingPage> {
    return this.own.page(context.signedIn, args);
  }
}

@Resolver(() => RecordingType)
export class RecordingResolver {
  constructor(
    private readonly items: MediaService,
    private readonly posts: PostService,
    private readonly own: RecordingService,
  ) {}

  @ResolveField(() => MediaType)
  media(recording: RecordingView, _: unknown, context: HubContext): Promise<MediaView | undefined> {
    return this.items.loader(context).load(recording.key);
  }

  @ResolveField(() => PostType, { nullable: true, description: 'The newest published post that has it.' })
  post(recording: RecordingView, _: unknown, context: HubContext): Promise<PostView | undefined> | null {
    return recording.postKey ? this.posts.loader(context).load(recording.postKey) : null;
  }

  @ResolveField(() => [MemberType], {
    description: 'Who has read so far, of those who let that be known (`sharesSeen`). Nobody but the owner is told.',
  })
  seenBy(recording: RecordingView, _: unknown, context: HubContext): Promise<MemberEntry[]> {
    return this.own.seenBy(context).load(recording.key);
  }

  @Mutation(() => DeleteMediaPayload, {
    description: 'Takes an own media item away for good, from posts too; an upload under way is given up.',
  })
  async deleteMedia(
    @CurrentActor() actor: Actor,
    @Args('input') { mediaId }: DeleteMediaInput,
  ): Promise<DeleteMediaPayload> {
    requireScope(actor, 'WRITE');
    await this.own.delete(actor, localId('Media', mediaId));
    return { deletedId: mediaId };
  }
}

@Resolver(() => MediaType)
export class MediaMomentsResolver {
  constructor(
    private readonly own: RecordingService,
    private readonly posts: PostService,
  ) {}

  @ResolveField(() => [PostType], {
    description: 'Posts that speak of a moment of it, in the order of the moments; at most 200.',
  })
  async moments(media: MediaView, _: unknown, context: HubContext): Promise<PostView[]> {
    const ids = await this.own.moments(context).load(media.key);
    const posts = await Promise.all(ids.map((id) => this.posts.loader(context).load(id)));
    return posts.filter((post) => post !== undefined);
  }
}
