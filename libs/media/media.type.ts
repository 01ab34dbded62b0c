import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ByteCount, DateTime, NodeType, Url } from '#graph';
import { type MediaKind, type MediaStatus, mediaKinds, mediaStatuses } from './media.entity.js';
import type { TranscriptStatus } from './transcripts/transcript.entity.js';
import { TranscriptStatusEnum } from './transcripts/transcript.type.js';

export const MediaKindEnum = Object.fromEntries(mediaKinds.map((kind) => [kind, kind])) as Record<MediaKind, MediaKind>;
registerEnumType(MediaKindEnum, { name: 'MediaKind' });
export const MediaStatusEnum = Object.fromEntries(mediaStatuses.map((status) => [status, status])) as Record<
  MediaStatus,
  MediaStatus
>;
registerEnumType(MediaStatusEnum, { name: 'MediaStatus' });

@ObjectType('Silence')
export class SilenceType {
  @Field(() => Float) startSeconds: number;
  @Field(() => Float) endSeconds: number;
}

@ObjectType('Media', { implements: () => NodeType })
export class MediaType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => MediaKindEnum) kind: MediaKind;
  @Field(() => MediaStatusEnum) status: MediaStatus;
  @Field(() => Float, { description: '0 to 1 while PROCESSING.' }) progress: number;
  @Field(() => Int, {
    nullable: true,
    description: 'While PROCESSING: about how long it still takes. Null until that can be told, and before its turn.',
  })
  remainingSeconds: number | null;
  @Field(() => String, { nullable: true, description: 'With FAILED: what a person can do about it.' })
  failure: string | null;
  @Field(() => String) filename: string;
  @Field(() => String) mimeType: string;
  @Field(() => ByteCount, { nullable: true }) byteSize: number | null;
  @Field(() => Float, { nullable: true }) durationSeconds: number | null;
  @Field(() => Int, { nullable: true }) width: number | null;
  @Field(() => Int, { nullable: true }) height: number | null;
  @Field(() => Url, {
    nullable: true,
    description: 'Playable from the moment the upload ends. Signed, and short-lived, like every media URL.',
  })
  originalUrl: string | null;
  @Field(() => Url, { nullable: true }) hlsUrl: string | null;
  @Field(() => Url, { nullable: true }) mp4Url: string | null;
  @Field(() => Url, { nullable: true }) audioUrl: string | null;
  @Field(() => Url, {
    nullable: true,
    description:
      'Of an image: upright, for screens, without what the camera wrote beside it. posterUrl is a small one.',
  })
  imageUrl: string | null;
  @Field(() => Url, { nullable: true }) posterUrl: string | null;
  @Field(() => Url, { nullable: true }) previewUrl: string | null;
  @Field(() => Url, {
    nullable: true,
    description: 'Small pictures for scrubbing: WebVTT whose cues name parts of a sprite beside it.',
  })
  storyboardUrl: string | null;
  @Field(() => [Float], { nullable: true, description: 'Peaks from 0 to 1, evenly spaced over the duration.' })
  waveform: number[] | null;
  @Field(() => [SilenceType], {
    nullable: true,
    description: 'Pauses in the sound that a player may skip, in order. Null until they are known.',
  })
  silences: SilenceType[] | null;
  @Field(() => DateTime) createdAt: string;
  // Made by OwnMediaResolver: owner. By threads: moments.
  @Field(() => TranscriptStatusEnum, { nullable: true, description: 'Null where no transcript is made.' })
  transcriptStatus: TranscriptStatus | null;
  @Field(() => Float, { nullable: true, description: '0 to 1.' }) transcriptProgress: number | null;
  @Field(() => String, { nullable: true, description: 'With FAILED: what a person can do about it.' })
  transcriptFailure: string | null;
  @Field(() => Url, { nullable: true }) captionsUrl: string | null;
}
