import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ChannelType, InvolvementEnum } from '#channels';
import { connectionOf, DateTime, Markdown, NodeType } from '#graph';
import { MemberType } from '#identity';
import { type ThreadState, threadStates } from './thread.entity.js';

export const ThreadStateEnum = Object.fromEntries(threadStates.map((state) => [state, state])) as Record<
  ThreadState,
  ThreadState
>;
registerEnumType(ThreadStateEnum, { name: 'ThreadState' });

@ObjectType('Conclusion')
export class ConclusionType {
  @Field(() => Markdown) summary: string;
  @Field(() => MemberType) concludedBy: object;
  @Field(() => DateTime) concludedAt: string;
}

@ObjectType('Thread', { implements: () => NodeType })
export class ThreadType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => ChannelType) channel: object;
  @Field(() => String) title: string;
  @Field(() => ThreadStateEnum) state: ThreadState;
  @Field(() => ConclusionType, { nullable: true }) conclusion: object | null;
  @Field(() => MemberType) author: object;
  @Field(() => Int) postCount: number;
  @Field(() => DateTime) lastActivityAt: string;
  @Field(() => Int) viewerUnreadCount: number;
  @Field(() => InvolvementEnum) viewerInvolvement: string;
  @Field(() => Boolean) pinned: boolean;
  @Field(() => Boolean) viewerHasSaved: boolean;
  @Field(() => DateTime) createdAt: string;
  // Made by ThreadResolver: posts. By ThreadKeepingResolver: firstPost, mediaSeconds.
}

export const ThreadConnection = connectionOf('Thread', () => ThreadType);
