import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ChannelType } from '#channels';
import { connectionOf, DateTime, Markdown, NodeType } from '#graph';

@ObjectType('Draft', {
  implements: () => NodeType,
  description: 'A half-written post. Its channel and thread are null where the viewer may no longer read them.',
})
export class DraftType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => ChannelType, { nullable: true }) channel: object | null;
  @Field(() => String) title: string;
  @Field(() => Markdown) body: string;
  @Field(() => String, {
    nullable: true,
    description:
      'The expectation as the client keeps it: the JSON of an ExpectationInput, not checked until it is sent.',
  })
  expectationJson: string | null;
  @Field(() => DateTime, { nullable: true }) publishAt: string | null;
  @Field(() => DateTime) updatedAt: string;
  // Made by DraftResolver: thread, media.
}

export const DraftConnection = connectionOf('Draft', () => DraftType);

@InputType()
export class SaveDraftInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => ID, { nullable: true }) channelId?: string | null;
  @Field(() => ID, { nullable: true }) threadId?: string | null;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => Markdown, { nullable: true }) body?: string | null;
  @Field(() => [ID], { nullable: true }) mediaIds?: string[] | null;
  @Field(() => String, { nullable: true }) expectationJson?: string | null;
  @Field(() => DateTime, { nullable: true }) publishAt?: string | null;
}

@ObjectType('DraftPayload')
export class DraftPayload {
  @Field(() => DraftType) draft: object;
}

@InputType()
export class DiscardDraftInput {
  @Field(() => ID) draftId: string;
}

@ObjectType('DiscardDraftPayload')
export class DiscardDraftPayload {
  @Field(() => ID) discardedId: string;
}

@InputType()
export class CancelScheduledPostInput {
  @Field(() => ID) postId: string;
}
