import { Field, Float, ObjectType } from '@nestjs/graphql';
import { ByteCount } from '#graph';

@ObjectType('UploadLimits')
export class UploadLimitsType {
  @Field(() => ByteCount, { description: 'The largest upload.' })
  mostBytes: number;

  @Field(() => Float, { nullable: true, description: 'The longest recording; null: as long as it is.' })
  mostSeconds?: number | null;

  @Field(() => ByteCount, { description: 'Own media, renditions included, and what uploads under way will take.' })
  usedBytes: number;

  @Field(() => ByteCount, { nullable: true, description: 'What the media of one member may take; null: no limit.' })
  mostStorageBytes?: number | null;

  @Field(() => ByteCount, {
    nullable: true,
    description: 'What is left, of the own storage or the whole organisation’s, whichever is less; null: no limit.',
  })
  leftBytes?: number | null;
}
