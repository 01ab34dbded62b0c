import { Args, Field, Float, ID, Mutation, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type HubContext } from '#graph';
import { type Actor, localId } from '#kernel';
import { MediaService, MediaType, type MediaView } from '#media';
import { PostService, type ReactionView } from './post.service.js';
import { PostType, ReactionType } from './post.type.js';
import type { PostView } from './post-view.js';
import { DeletePostInput, EditPostInput, ReactInput } from './thread.inputs.js';
import { ThreadService } from './thread.service.js';
import { ThreadType } from './thread.type.js';
import type { ThreadView } from './thread-view.js';

@ObjectType('PostPayload')
export class PostPayload {
  @Field(() => PostType) post: object;
}

@ObjectType('MediaMoment')
export class MediaMomentType {
  @Field(() => MediaType) media: object;
  @Field(() => Float) seconds: number;
}

@Resolver(() => PostType)
export class PostResolver {
  constructor(
    private readonly posts: PostService,
    private readonly threads: ThreadService,
    private readonly mediaOf: MediaService,
  ) {}

  @Query(() => PostType, { nullable: true })
  async post(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<PostView | undefined> {
    const key = localId('Post', id);
    return key ? this.posts.find(actor, key) : undefined;
  }

  @ResolveField(() => ThreadType)
  thread(post: PostView, _: unknown, context: HubContext): ThreadView | Promise<ThreadView | undefined> {
    return post.threadView ?? this.threads.loader(context).load(post.threadKey);
  }

  @ResolveField(() => [ReactionType])
  reactions(post: PostView, _: unknown, context: HubContext): Promise<ReactionView[]> {
    return this.posts.reactions(context).load(post.key);
  }

  @ResolveField(() => [MediaType])
  media(post: PostView, _: unknown, context: HubContext): Promise<MediaView[]> {
    return this.mediaOf.ofPosts(context).load(post.key);
  }

  @ResolveField(() => MediaMomentType, {
    nullable: true,
    description: 'The moment of a media item that this post speaks of.',
  })
  async moment(post: PostView, _: unknown, context: HubContext): Promise<MediaMomentType | null> {
    if (!post.momentMediaKey) return null;
    const media = await this.mediaOf.loader(context).load(post.momentMediaKey);
    return media ? { media, seconds: post.momentSeconds! } : null;
  }

  @Mutation(() => PostPayload)
  async editPost(@CurrentActor() actor: Actor, @Args('input') { postId, body }: EditPostInput): Promise<PostPayload> {
    return { post: await this.posts.edit(actor, localId('Post', postId), body) };
  }

  @Mutation(() => PostPayload)
  async deletePost(@CurrentActor() actor: Actor, @Args('input') { postId }: DeletePostInput): Promise<PostPayload> {
    return { post: await this.posts.delete(actor, localId('Post', postId)) };
  }

  @Mutation(() => PostPayload)
  async react(
    @CurrentActor() actor: Actor,
    @Args('input') { postId, emoji, remove }: ReactInput,
  ): Promise<PostPayload> {
    return { post: await this.posts.react(actor, localId('Post', postId), emoji, remove ?? false) };
  }
}
