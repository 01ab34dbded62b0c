import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ExpectationInput } from '#expectations';
import { DateTime, Markdown } from '#graph';

const MAX_MEDIA = 20;

@InputType()
export class MomentInput {
  @Field(() => ID) mediaId: string;
  @Field(() => Float) seconds: number;
}

@InputType()
export class OpenThreadInput {
  @Field(() => ID) channelId: string;
  @Field(() => String) title: string;
  @Field(() => Markdown, { nullable: true, defaultValue: '' }) body?: string | null;
  @IsOptional()
  @ArrayMaxSize(MAX_MEDIA, { message: `add at most ${MAX_MEDIA} recordings or files to one post` })
  @Field(() => [ID], { nullable: true })
  mediaIds?: string[] | null;
  @IsOptional()
  @ValidateNested()
  @Type(() => ExpectationInput)
  @Field(() => ExpectationInput, { nullable: true })
  expectation?: ExpectationInput | null;
  @Field(() => DateTime, { nullable: true }) publishAt?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class PostReplyInput {
  @Field(() => ID) threadId: string;
  @Field(() => Markdown, { nullable: true, defaultValue: '' }) body?: string | null;
  @IsOptional()
  @ArrayMaxSize(MAX_MEDIA, { message: `add at most ${MAX_MEDIA} recordings or files to one post` })
  @Field(() => [ID], { nullable: true })
  mediaIds?: string[] | null;
  @Field(() => MomentInput, { nullable: true }) moment?: MomentInput | null;
  @IsOptional()
  @ValidateNested()
  @Type(() => ExpectationInput)
  @Field(() => ExpectationInput, { nullable: true })
  expectation?: ExpectationInput | null;
  @Field(() => DateTime, { nullable: true }) publishAt?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
