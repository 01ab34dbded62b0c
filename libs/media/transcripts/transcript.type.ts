import { Field, Float, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsNumber, Length, Max, Min, ValidateNested } from 'class-validator';
import { type TranscriptStatus, transcriptStatuses } from './transcript.entity.js';

export const TranscriptStatusEnum = Object.fromEntries(transcriptStatuses.map((status) => [status, status])) as Record<
  TranscriptStatus,
  TranscriptStatus
>;
registerEnumType(TranscriptStatusEnum, { name: 'TranscriptStatus' });

@ObjectType('TranscriptSegment')
export class TranscriptSegmentType {
  @Field(() => Float) startSeconds: number;
  @Field(() => Float) endSeconds: number;
  @Field(() => String) text: string;
}

@ObjectType('Chapter')
export class ChapterType {
  @Field(() => String) title: string;
  @Field(() => Float) startSeconds: number;
}

@ObjectType('Transcript')
export class TranscriptType {
  @Field(() => String) language: string;
  @Field(() => String) text: string;
  @Field(() => [TranscriptSegmentType]) segments: readonly TranscriptSegmentType[];
  @Field(() => Boolean) edited: boolean;
  @Field(() => [ChapterType], {
    description: 'Where long pauses part the recording, called by the words that follow. None where it is short.',
  })
  chapters: readonly ChapterType[];
}

/** As long as the longest recording. */
const MAX_SECONDS = 12 * 3_600;
const aTime = { message: 'a time is a number of seconds from 0 to 43,200' };

@InputType()
export class TranscriptSegmentInput {
  @Field(() => Float)
  @IsNumber({}, aTime)
  @Min(0, aTime)
  @Max(MAX_SECONDS, aTime)
  startSeconds: number;

  @Field(() => Float)
  @IsNumber({}, aTime)
  @Min(0, aTime)
  @Max(MAX_SECONDS, aTime)
  endSeconds: number;

  @Field(() => String)
  @Length(1, 5_000, { message: 'the words of a segment have 1 to 5,000 characters' })
  text: string;
}

@InputType()
export class EditTranscriptInput {
  @Field(() => ID) mediaId: string;

  @Field(() => [TranscriptSegmentInput])
  @ValidateNested({ each: true })
  @Type(() => TranscriptSegmentInput)
  segments: TranscriptSegmentInput[];
}
