import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ExpectedResponseType } from '#expectations';
import { PostType, ThreadType } from '#threads';

@ObjectType('ThreadActivity')
export class ThreadActivityType {
  @Field(() => PostType, { nullable: true }) post: object | null;
  @Field(() => ExpectedResponseType, { nullable: true }) expectedResponse: object | null;
  @Field(() => ThreadType) thread: object;
}

@ObjectType('InboxChange')
export class InboxChangeType {
  @Field(() => Int) waitingOnMeCount: number;
  @Field(() => Int) unreadThreadCount: number;
}
