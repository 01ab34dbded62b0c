import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { InvolvementEnum } from '#channels';
import { ForwardPageArgs, Markdown } from '#graph';
import type { ThreadState } from './thread.entity.js';
import { ThreadStateEnum } from './thread.type.js';

@ArgsType()
export class ThreadPageArgs extends ForwardPageArgs {
  @Field(() => ThreadStateEnum, { nullable: true }) state?: ThreadState | null;
}

@InputType()
export class MarkThreadReadInput {
  @Field(() => ID) threadId: string;
  @Field(() => ID, { nullable: true }) upToPostId?: string | null;
}

@InputType()
export class ReopenThreadInput {
  @Field(() => ID) threadId: string;
}

@InputType({ description: 'Of a channel, or of one thread: exactly one id.' })
export class SetInvolvementInput {
  @Field(() => ID, { nullable: true }) channelId?: string | null;
  @Field(() => ID, { nullable: true }) threadId?: string | null;
  @Field(() => InvolvementEnum) involvement: 'FOLLOWING' | 'DIGEST' | 'MUTED';
}

@InputType()
export class EditPostInput {
  @Field(() => ID) postId: string;
  @Field(() => Markdown) body: string;
}

@InputType()
export class DeletePostInput {
  @Field(() => ID) postId: string;
}

@InputType()
export class ReactInput {
  @Field(() => ID) postId: string;
  @Field(() => String) emoji: string;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) remove?: boolean | null;
}

@InputType()
export class MarkChannelReadInput {
  @Field(() => ID) channelId: string;
}

@InputType()
export class SaveThreadInput {
  @Field(() => ID) threadId: string;
  @Field(() => Boolean) saved: boolean;
}

@InputType()
export class PinThreadInput {
  @Field(() => ID) threadId: string;
  @Field(() => Boolean) pinned: boolean;
}

@InputType()
export class UpdateThreadTitleInput {
  @Field(() => ID) threadId: string;
  @Field(() => String) title: string;
}
