import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, Markdown, NodeType } from '#graph';
import { MemberType } from '#identity';

@ObjectType('Reaction')
export class ReactionType {
  @Field(() => String) emoji: string;
  @Field(() => Int) count: number;
  @Field(() => Boolean) viewerHasReacted: boolean;
}

@ObjectType('Post', { implements: () => NodeType })
export class PostType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => MemberType) author: object;
  @Field(() => Markdown) body: string;
  @Field(() => DateTime, { nullable: true, description: 'Null while scheduled.' }) publishedAt: string | null;
  @Field(() => DateTime, { nullable: true }) scheduledFor: string | null;
  @Field(() => DateTime, { nullable: true }) editedAt: string | null;
  @Field(() => DateTime, { nullable: true }) deletedAt: string | null;
  // Made by PostResolver: thread, reactions, media, moment. By libs/expectations: expectation.
}

export const PostConnection = connectionOf('Post', () => PostType);
