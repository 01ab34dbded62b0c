import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, Length, Matches, Max, Min } from 'class-validator';
import { ByteCount, DateTime, Url } from '#graph';
import { MediaType } from './media.type.js';

/** A media type with its parameters, as browsers name recordings: video/webm;codecs=vp8,opus. @see RFC 9110, section 8.3.1 */
const mediaType = /^[\w!#$&^.+-]{1,80}\/[\w!#$&^.+-]{1,80}(\s*;[\x20-\x7e]{0,200})?$/;

@InputType()
export class CreateUploadInput {
  @Field(() => String)
  @Length(1, 255, { message: 'a filename has 1 to 255 characters' })
  filename: string;

  @Field(() => String)
  @Matches(mediaType, { message: 'a media type looks like video/webm' })
  mimeType: string;

  @Field(() => ByteCount, { nullable: true })
  @IsOptional()
  @Min(0, { message: 'a size is a whole number of bytes' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'a size is a whole number of bytes' })
  byteSize?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Ask for a form with which the file goes to the store itself, where that is set up.',
  })
  @IsOptional()
  direct?: boolean | null;
}

@ObjectType()
export class DirectUploadField {
  @Field(() => String) name: string;
  @Field(() => String) value: string;
}

@ObjectType({
  description: 'A form, sent to the store as multipart/form-data with the bytes as its last field, `file`.',
})
export class DirectUpload {
  @Field(() => Url) url: string;
  @Field(() => [DirectUploadField]) fields: DirectUploadField[];
  @Field(() => DateTime, { description: 'Sending begins before this.' }) expiresAt: string;
}

@ObjectType()
export class CreateUploadPayload {
  @Field(() => MediaType) media: MediaType;
  @Field(() => Url) uploadUrl: string;
  @Field(() => DirectUpload, {
    nullable: true,
    description:
      'Instead of uploadUrl; finishUpload says that it is there. Null: not asked for, or through the hub only.',
  })
  directUpload?: DirectUpload | null;
}

@InputType()
export class RetryMediaInput {
  @Field(() => ID) mediaId: string;
}

@InputType()
export class CancelProcessingInput {
  @Field(() => ID) mediaId: string;
}

@ObjectType()
export class MediaPayload {
  @Field(() => MediaType) media: MediaType;
}

@InputType()
export class FinishUploadInput {
  @Field(() => ID) mediaId: string;
}

@InputType()
export class UpdateAvatarInput {
  @Field(() => ID, { nullable: true }) mediaId?: string | null;
}
